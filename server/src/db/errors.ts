import { DrizzleQueryError } from 'drizzle-orm';

type Broken = 'unique' | 'foreign' | 'check';

const constraints: Record<string, Broken> = {
  '23505': 'unique',
  '23503': 'foreign',
  '23514': 'check',
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign',
  SQLITE_CONSTRAINT_CHECK: 'check',
};

/** An error and its causes, the outermost first: drizzle wraps what the driver threw. */
function* chainOf(error: unknown): Generator<{ code?: unknown; message?: unknown }> {
  for (let e = error; typeof e === 'object' && e !== null; e = (e as { cause?: unknown }).cause) yield e;
}

/** The codes of an error and its causes. */
export function* codesOf(error: unknown): Generator<string> {
  for (const { code } of chainOf(error)) if (typeof code === 'string') yield code;
}

/** Which constraint refused the write, whichever engine said no; undefined for any other error. */
export function brokenConstraint(error: unknown): Broken | undefined {
  for (const code of codesOf(error)) if (constraints[code]) return constraints[code];
  return undefined;
}

export const isUniqueViolation = (error: unknown): boolean => brokenConstraint(error) === 'unique';

/** What the driver said; around it drizzle puts the whole statement with its values. */
export function driverMessage(error: unknown): string {
  const { cause, message } = (error ?? {}) as { cause?: unknown; message?: unknown };
  if (cause) return driverMessage(cause);
  return typeof message === 'string' ? message : String(error);
}

/** The connection to the database failed; what the network said is the cause. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('The connection to the database failed', { cause });
  }
}

/** What is the matter with a database that would take the same statement at another time. */
export type Trouble = 'busy' | 'full' | 'read-only' | 'unavailable';

// Codes of SQLite (https://sqlite.org/rescode.html), SQLSTATEs of PostgreSQL, and those of the system that name the disk.
const troubles: [RegExp, Trouble][] = [
  [/^SQLITE_(BUSY|LOCKED)(_|$)/, 'busy'],
  // A transaction that was repeated in vain, a lock that did not come, too many connections, a statement or a pause too long.
  [/^(40001|40P01|55P03|53300|57014|25P03)$/, 'busy'],
  // SQLite's shared memory beside the file grows with it; a disk without room refuses that first.
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|53100|ENOSPC|EDQUOT)$/, 'full'],
  [/^(SQLITE_READONLY(_.+)?|25006|EROFS)$/, 'read-only'],
  [/^SQLITE_(IOERR|CANTOPEN|PROTOCOL)(_|$)/, 'unavailable'],
  // Connection exceptions, out of memory, ended by an operator or a crash, starting up or shutting down, failed input or output.
  [/^(08...|53000|53200|57P0[1-3]|58030)$/, 'unavailable'],
];

// The driver gives these no code: the pool has no connection free, or one is lost.
const poolIsEmpty = /^timeout exceeded when trying to connect/;
const connectionIsLost =
  /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout expired)/;

const networkCode =
  /^(ECONN\w+|ETIMEDOUT|EPIPE|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN)$/;

/** Errors that come from a query or a connection: only there the network's codes speak of the database. */
const isOfDatabase = (error: unknown): boolean =>
  [...chainOf(error)].some((one) => one instanceof ConnectionError || one instanceof DrizzleQueryError);

/**
 * What keeps the database from its work, whichever engine said so; undefined for any other error, which the same statement
 * would meet again.
 */
export function databaseTrouble(error: unknown): Trouble | undefined {
  for (const code of codesOf(error))
    for (const [pattern, trouble] of troubles) if (pattern.test(code)) return trouble;
  if (!isOfDatabase(error)) return undefined;
  for (const { code, message } of chainOf(error)) {
    if (typeof code === 'string' && networkCode.test(code)) return 'unavailable';
    if (typeof message !== 'string') continue;
    if (poolIsEmpty.test(message)) return 'busy';
    if (connectionIsLost.test(message)) return 'unavailable';
  }
  return undefined;
}
