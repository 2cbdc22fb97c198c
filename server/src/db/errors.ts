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

/** The codes of an error and its causes: drizzle wraps what the driver threw. */
export function* codesOf(error: unknown): Generator<string> {
  for (let e = error; typeof e === 'object' && e !== null; e = (e as { cause?: unknown }).cause) {
    const { code } = e as { code?: unknown };
    if (typeof code === 'string') yield code;
  }
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
