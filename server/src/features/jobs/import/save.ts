import { inArray } from 'drizzle-orm';
import type { Database, Reader } from '../../../db/database';
import { isUniqueViolation } from '../../../db/errors';
import { insertJob, type NewJobRow } from '../store';

export type ImportRow = NewJobRow & { importKey: string };

export type Saved = { status: 'imported' } | { status: 'known' } | { status: 'failed'; error: unknown };

/** Which of the keys are those of jobs that are there already. */
export async function knownKeys(
  { tables: { jobs } }: Database,
  read: Reader,
  rows: readonly ImportRow[],
): Promise<Set<string>> {
  const keys = rows.map((row) => row.importKey);
  const found = await read.select({ key: jobs.importKey }).from(jobs).where(inArray(jobs.importKey, keys));
  return new Set(found.flatMap(({ key }) => key ?? []));
}

async function saveTogether(db: Database, rows: readonly ImportRow[]): Promise<Saved[]> {
  return db.write(async (tx) => {
    const known = await knownKeys(db, tx, rows);
    const saved: Saved[] = [];
    for (const row of rows) {
      if (known.has(row.importKey)) {
        saved.push({ status: 'known' });
        continue;
      }
      await insertJob(db, tx, row);
      saved.push({ status: 'imported' });
    }
    return saved;
  });
}

async function saveSome(db: Database, rows: readonly ImportRow[]): Promise<Saved[]> {
  try {
    return await saveTogether(db, rows);
  } catch (error) {
    // Somebody else imported the same row between our look and our write.
    if (rows.length === 1)
      return [isUniqueViolation(error) ? { status: 'known' } : { status: 'failed', error }];
    const half = Math.ceil(rows.length / 2);
    return [...(await saveSome(db, rows.slice(0, half))), ...(await saveSome(db, rows.slice(half)))];
  }
}

/**
 * Writes the rows in one transaction, leaving out those that are there. When the database refuses a row, the halves are
 * tried by themselves, down to that row: it is the only one that stays out, and none is ever written half.
 * @throws what the database said when it refused all of several rows: then it is not the rows' fault
 */
export async function saveRows(db: Database, rows: readonly ImportRow[]): Promise<Saved[]> {
  const saved = await saveSome(db, rows);
  const [first] = saved;
  if (first?.status === 'failed' && saved.length > 1 && saved.every(({ status }) => status === 'failed')) {
    throw first.error;
  }
  return saved;
}
