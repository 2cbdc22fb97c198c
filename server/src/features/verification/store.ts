import type { RosterClass } from '@qihang/shared/verification/fields';
import { and, desc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

export async function findEntryByNumber(
  { tables: { rosterEntries } }: Database,
  read: Reader,
  studentNo: string,
) {
  const [row] = await read.select().from(rosterEntries).where(eq(rosterEntries.studentNo, studentNo));
  return row;
}
export type EntryRow = NonNullable<Awaited<ReturnType<typeof findEntryByNumber>>>;

export async function findEntry({ tables: { rosterEntries } }: Database, read: Reader, id: string) {
  const [row] = await read.select().from(rosterEntries).where(eq(rosterEntries.id, id));
  return row;
}

/** The entry an account is bound to. */
export async function findEntryOfUser({ tables: { rosterEntries } }: Database, read: Reader, userId: string) {
  const [row] = await read.select().from(rosterEntries).where(eq(rosterEntries.userId, userId));
  return row;
}

export const updateEntry = (
  { tables: { rosterEntries } }: Database,
  tx: Tx,
  id: string,
  change: Partial<EntryRow>,
) => tx.update(rosterEntries).set(change).where(eq(rosterEntries.id, id));

const ofClass = ({ tables: { classCodes } }: Database, { college, className, graduationYear }: RosterClass) =>
  and(
    eq(classCodes.graduationYear, graduationYear),
    eq(classCodes.className, className),
    eq(classCodes.college, college),
  );

/** Codes of the class that are of use at `now`. */
export const listValidCodes = (db: Database, read: Reader, of: RosterClass, now: Date) => {
  const { classCodes } = db.tables;
  return read
    .select()
    .from(classCodes)
    .where(and(ofClass(db, of), isNull(classCodes.revokedAt), gt(classCodes.expiresAt, now)));
};
export type CodeRow = Awaited<ReturnType<typeof listValidCodes>>[number];

/** Codes that are valid or ended after `since`, the newest first. */
export const listCodes = ({ tables: { classCodes } }: Database, read: Reader, since: Date) =>
  read
    .select()
    .from(classCodes)
    .where(
      and(gt(classCodes.expiresAt, since), or(isNull(classCodes.revokedAt), gt(classCodes.revokedAt, since))),
    )
    .orderBy(desc(classCodes.createdAt), desc(classCodes.id));

export async function findCode({ tables: { classCodes } }: Database, read: Reader, id: string) {
  const [row] = await read.select().from(classCodes).where(eq(classCodes.id, id));
  return row;
}

export const insertCode = ({ tables: { classCodes } }: Database, tx: Tx, row: CodeRow) =>
  tx.insert(classCodes).values(row);

export const revokeCode = ({ tables: { classCodes } }: Database, tx: Tx, id: string, now: Date) =>
  tx.update(classCodes).set({ revokedAt: now }).where(eq(classCodes.id, id));

/** How many people are bound by each code. */
export async function countUses(
  { tables: { rosterEntries } }: Database,
  read: Reader,
): Promise<Map<string, number>> {
  const rows = await read
    .select({ codeId: rosterEntries.classCodeId })
    .from(rosterEntries)
    .where(and(isNotNull(rosterEntries.classCodeId), isNotNull(rosterEntries.userId)));
  const uses = new Map<string, number>();
  for (const { codeId } of rows) if (codeId) uses.set(codeId, (uses.get(codeId) ?? 0) + 1);
  return uses;
}
