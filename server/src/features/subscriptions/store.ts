import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import { and, asc, desc, eq, gt, gte, lte, sql } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

export type EntryRow = Database['tables']['creditEntries']['$inferSelect'];
export type TemplateRow = Database['tables']['messageTemplates']['$inferSelect'];

/** Whose credits, and by which template. */
export interface Account {
  userId: string;
  templateId: string;
}

const entriesOf = ({ tables: { creditEntries } }: Database, { userId, templateId }: Account) =>
  and(eq(creditEntries.userId, userId), eq(creditEntries.templateId, templateId));

export const creditOf = ({ tables: { messageCredits } }: Database, { userId, templateId }: Account) =>
  and(eq(messageCredits.userId, userId), eq(messageCredits.templateId, templateId));

/** Adds an entry; false for a repeat of one that is there. */
export async function insertEntry(
  { tables: { creditEntries } }: Database,
  tx: Tx,
  row: EntryRow,
): Promise<boolean> {
  const made = await tx.insert(creditEntries).values(row).onConflictDoNothing().returning();
  return made.length > 0;
}

/** Entries of these times, both ends included. */
export const listEntries = (
  db: Database,
  read: Reader,
  account: Account,
  from: Date,
  to?: Date,
): Promise<EntryRow[]> => {
  const { creditEntries } = db.tables;
  return read
    .select()
    .from(creditEntries)
    .where(and(entriesOf(db, account), gte(creditEntries.at, from), to && lte(creditEntries.at, to)))
    .orderBy(asc(creditEntries.at), asc(creditEntries.id));
};

/** When it was last learned that WeChat had none left; undefined for never. */
export async function lastZeroedAt(db: Database, read: Reader, account: Account): Promise<Date | undefined> {
  const { creditEntries } = db.tables;
  const [row] = await read
    .select({ at: creditEntries.at })
    .from(creditEntries)
    .where(and(entriesOf(db, account), eq(creditEntries.cause, 'zeroed')))
    .orderBy(desc(creditEntries.at), desc(creditEntries.id))
    .limit(1);
  return row?.at;
}

export const setPartner = ({ tables: { creditEntries } }: Database, tx: Tx, id: string, pairedWith: string) =>
  tx.update(creditEntries).set({ pairedWith }).where(eq(creditEntries.id, id));

export async function addOne({ tables: { messageCredits } }: Database, tx: Tx, account: Account) {
  const { userId, templateId, balance } = messageCredits;
  await tx
    .insert(messageCredits)
    .values({ ...account, balance: 1 })
    .onConflictDoUpdate({ target: [userId, templateId], set: { balance: sql`${balance} + 1` } });
}

/** Takes one; false where there is none. */
export async function takeOne(db: Database, tx: Tx, account: Account): Promise<boolean> {
  const { messageCredits } = db.tables;
  const taken = await tx
    .update(messageCredits)
    .set({ balance: sql`${messageCredits.balance} - 1` })
    .where(and(creditOf(db, account), gt(messageCredits.balance, 0)))
    .returning({ balance: messageCredits.balance });
  return taken.length > 0;
}

export const setBalance = (db: Database, tx: Tx, account: Account, balance: number) =>
  tx.update(db.tables.messageCredits).set({ balance }).where(creditOf(db, account));

/** All that a person has left, by template. */
export async function balancesOf(
  { tables: { messageCredits } }: Database,
  read: Reader,
  userId: string,
): Promise<Map<string, number>> {
  const { templateId, balance } = messageCredits;
  const rows = await read
    .select({ templateId, balance })
    .from(messageCredits)
    .where(eq(messageCredits.userId, userId));
  return new Map(rows.map((row) => [row.templateId, row.balance]));
}

export async function deleteLedger(
  { tables: { messageCredits, creditEntries } }: Database,
  tx: Tx,
  userId: string,
): Promise<void> {
  await tx.delete(creditEntries).where(eq(creditEntries.userId, userId));
  await tx.delete(messageCredits).where(eq(messageCredits.userId, userId));
}

/** What was set up, those that were turned off among them. */
export const listTemplates = (
  { tables: { messageTemplates } }: Database,
  read: Reader,
): Promise<TemplateRow[]> => read.select().from(messageTemplates);

export async function putTemplate(
  { tables: { messageTemplates } }: Database,
  tx: Tx,
  row: TemplateRow & { purpose: Purpose },
): Promise<void> {
  const { purpose, ...set } = row;
  await tx.insert(messageTemplates).values(row).onConflictDoUpdate({ target: messageTemplates.purpose, set });
}
