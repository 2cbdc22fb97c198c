import { inArray } from 'drizzle-orm';
import { databaseTrouble, isUniqueViolation } from '../../../db/errors';
import type { Database, Reader, Tx } from '../../../db/types';
import type { NewJobRow } from '../row';
import { insertJob } from '../store';

export type ImportRow = NewJobRow & { importKey: string };

export type Saved =
  | { status: 'imported' }
  | { status: 'known'; jobId: string | undefined }
  | { status: 'failed'; error: unknown };

/** What else a transaction writes. Called before each one, since what is in it may be repeated. */
export type Alongside = () => (tx: Tx, imported: readonly ImportRow[]) => Promise<unknown>;

/** The ids of the jobs that are there already, by their keys. */
export async function knownJobs(
  { tables: { jobs } }: Database,
  read: Reader,
  rows: readonly ImportRow[],
): Promise<Map<string, string>> {
  const keys = rows.map((row) => row.importKey);
  const found = await read
    .select({ key: jobs.importKey, id: jobs.id })
    .from(jobs)
    .where(inArray(jobs.importKey, keys));
  return new Map(found.flatMap(({ key, id }) => (key === null ? [] : [[key, id] as const])));
}

async function saveTogether(
  db: Database,
  rows: readonly ImportRow[],
  alongside: Alongside | undefined,
): Promise<Saved[]> {
  const write = alongside?.();
  return db.write(async (tx) => {
    const known = await knownJobs(db, tx, rows);
    const fresh = rows.filter((row) => !known.has(row.importKey));
    for (const row of fresh) await insertJob(db, tx, row);
    if (fresh.length > 0) await write?.(tx, fresh);
    return rows.map(({ importKey }) =>
      known.has(importKey) ? { status: 'known', jobId: known.get(importKey) } : { status: 'imported' },
    );
  });
}

async function saveSome(
  db: Database,
  rows: readonly ImportRow[],
  alongside: Alongside | undefined,
): Promise<Saved[]> {
  try {
    return await saveTogether(db, rows, alongside);
  } catch (error) {
    // It is no row's fault, and every half would wait as long.
    if (databaseTrouble(error)) throw error;
    // Somebody else imported the same row between our look and our write.
    if (rows.length === 1) {
      if (!isUniqueViolation(error)) return [{ status: 'failed', error }];
      return [{ status: 'known', jobId: [...(await knownJobs(db, db.read, rows)).values()][0] }];
    }
    const half = Math.ceil(rows.length / 2);
    return [
      ...(await saveSome(db, rows.slice(0, half), alongside)),
      ...(await saveSome(db, rows.slice(half), alongside)),
    ];
  }
}

/**
 * Writes the rows in one transaction, leaving out those that are there. When the database refuses a row, the halves are
 * tried by themselves, down to that row: it is the only one that stays out, and none is ever written half.
 * @throws what the database said when it refused all of several rows: then it is not the rows' fault
 */
export async function saveRows(
  db: Database,
  rows: readonly ImportRow[],
  alongside?: Alongside,
): Promise<Saved[]> {
  const saved = await saveSome(db, rows, alongside);
  const [first] = saved;
  if (first?.status === 'failed' && saved.length > 1 && saved.every(({ status }) => status === 'failed')) {
    throw first.error;
  }
  return saved;
}
