import { and, asc, count, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { chunksOf } from '../../../db/chunks';
import type { Database, Reader, Tx } from '../../../db/types';
import { inTurns, nextTurn } from '../../../turns';
import type { EntryRow } from '../store';
import type { Scope } from './plan';

const pageSize = 500;

/** Entries with one of the numbers, and all of the scopes. */
export async function listExisting(
  { tables: { rosterEntries } }: Database,
  read: Reader,
  numbers: readonly string[],
  scopes: readonly Scope[],
): Promise<EntryRow[]> {
  const found = new Map<string, EntryRow>();
  for await (const some of inTurns(chunksOf([...new Set(numbers)]))) {
    const rows = await read.select().from(rosterEntries).where(inArray(rosterEntries.studentNo, some));
    for (const row of rows) found.set(row.id, row);
  }
  for (const { college, graduationYear } of scopes) {
    const ofScope = and(eq(rosterEntries.graduationYear, graduationYear), eq(rosterEntries.college, college));
    // A whole school may be one of them, so they come in pages.
    for (let after: string | undefined = ''; after !== undefined; ) {
      const rows: EntryRow[] = await read
        .select()
        .from(rosterEntries)
        .where(and(ofScope, gt(rosterEntries.studentNo, after)))
        .orderBy(asc(rosterEntries.studentNo))
        .limit(pageSize);
      for (const row of rows) found.set(row.id, row);
      after = rows.length < pageSize ? undefined : rows.at(-1)?.studentNo;
      await nextTurn();
    }
  }
  return [...found.values()].sort((a, b) => (a.studentNo < b.studentNo ? -1 : 1));
}

export async function insertEntries(
  { tables: { rosterEntries } }: Database,
  tx: Tx,
  rows: readonly EntryRow[],
): Promise<void> {
  for await (const some of inTurns(chunksOf(rows))) await tx.insert(rosterEntries).values(some);
}

export interface RosterFilter {
  q?: string | undefined;
  college?: string | undefined;
  className?: string | undefined;
  year?: number | undefined;
  binding?: 'bound' | 'unbound' | 'left' | undefined;
}

const literal = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Entries by student number, after `after`. */
export const listEntries = (
  { tables: { rosterEntries } }: Database,
  read: Reader,
  { q, college, className, year, binding }: RosterFilter,
  after: string | undefined,
  limit: number,
) => {
  const t = rosterEntries;
  const part = q === undefined ? undefined : `%${literal(q)}%`;
  const start = q === undefined ? undefined : `${literal(q.toUpperCase())}%`;
  return read
    .select()
    .from(t)
    .where(
      and(
        part === undefined
          ? undefined
          : or(sql`${t.name} like ${part} escape '\\'`, sql`${t.studentNo} like ${start} escape '\\'`),
        college === undefined ? undefined : eq(t.college, college),
        className === undefined ? undefined : eq(t.className, className),
        year === undefined ? undefined : eq(t.graduationYear, year),
        binding === undefined ? undefined : binding === 'left' ? isNotNull(t.leftAt) : isNull(t.leftAt),
        binding === 'bound' ? isNotNull(t.userId) : undefined,
        binding === 'unbound' ? isNull(t.userId) : undefined,
        after === undefined ? undefined : gt(t.studentNo, after),
      ),
    )
    .orderBy(asc(t.studentNo))
    .limit(limit);
};

/** Classes with people at the school, the latest year first. */
export const listClasses = ({ tables: { rosterEntries } }: Database, read: Reader) => {
  const t = rosterEntries;
  return read
    .select({
      college: t.college,
      className: t.className,
      graduationYear: t.graduationYear,
      total: count(),
      bound: count(t.userId),
    })
    .from(t)
    .where(isNull(t.leftAt))
    .groupBy(t.graduationYear, t.college, t.className)
    .orderBy(sql`${t.graduationYear} desc`, asc(t.college), asc(t.className));
};
