import { eq, inArray, or } from 'drizzle-orm';
import { databaseTrouble, isUniqueViolation } from '../../../db/errors';
import type { Database, Reader, Tx } from '../../../db/types';
import type { NewJobRow } from '../row';
import { insertJob } from '../store';

export type ImportRow = NewJobRow & { importKey: string; importValueKey: string };

export type Saved =
  | { status: 'imported' }
  | { status: 'known'; jobId: string | undefined }
  | { status: 'failed'; error: unknown };

/** What else a transaction writes. Called before each one, since what is in it may be repeated. */
export type Alongside = () => (tx: Tx, imported: readonly ImportRow[]) => Promise<unknown>;

/** Jobs that are there already, by either key of a row. */
export interface Known {
  jobOf(row: ImportRow): string | undefined;
  /** Rows of jobs that were imported before they had a key of their values. */
  unnamed(rows: readonly ImportRow[]): ImportRow[];
}

export async function knownJobs(
  { tables: { jobs } }: Database,
  read: Reader,
  rows: readonly ImportRow[],
): Promise<Known> {
  const { id, importKey, importValueKey } = jobs;
  const found = await read
    .select({ id, importKey, importValueKey })
    .from(jobs)
    .where(
      or(
        inArray(
          importKey,
          rows.map((row) => row.importKey),
        ),
        inArray(
          importValueKey,
          rows.map((row) => row.importValueKey),
        ),
      ),
    );
  const byText = new Map(found.map((job) => [job.importKey, job]));
  const byValue = new Map(found.map((job) => [job.importValueKey, job]));
  return {
    jobOf: (row) => (byText.get(row.importKey) ?? byValue.get(row.importValueKey))?.id,
    unnamed: (some) => some.filter((row) => byText.get(row.importKey)?.importValueKey === null),
  };
}

/** Gives jobs of earlier imports the keys of their values, now that their rows have come again. */
export async function nameByValue(
  { tables: { jobs } }: Database,
  tx: Tx,
  rows: readonly ImportRow[],
): Promise<void> {
  for (const { importKey, importValueKey } of rows)
    await tx.update(jobs).set({ importValueKey }).where(eq(jobs.importKey, importKey));
}

async function saveTogether(
  db: Database,
  rows: readonly ImportRow[],
  alongside: Alongside | undefined,
): Promise<Saved[]> {
  const write = alongside?.();
  return db.write(async (tx) => {
    const known = await knownJobs(db, tx, rows);
    const fresh = rows.filter((row) => known.jobOf(row) === undefined);
    for (const row of fresh) await insertJob(db, tx, row, 'imported');
    if (fresh.length > 0) await write?.(tx, fresh);
    return rows.map((row) => {
      const jobId = known.jobOf(row);
      return jobId === undefined ? { status: 'imported' } : { status: 'known', jobId };
    });
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
    const [row] = rows;
    if (row && rows.length === 1) {
      if (!isUniqueViolation(error)) return [{ status: 'failed', error }];
      return [{ status: 'known', jobId: (await knownJobs(db, db.read, rows)).jobOf(row) }];
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
