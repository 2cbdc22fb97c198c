import { asc, eq } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

export type ConsentRow = Database['tables']['consents']['$inferSelect'];

/** Everything a person ever agreed to, in order of time. */
export const listConsents = (
  { tables: { consents } }: Database,
  read: Reader,
  userId: string,
): Promise<ConsentRow[]> =>
  read
    .select()
    .from(consents)
    .where(eq(consents.userId, userId))
    .orderBy(asc(consents.acceptedAt), asc(consents.document), asc(consents.hash));

/** The first time counts: agreeing again to the same text changes nothing. */
export const insertConsents = ({ tables: { consents } }: Database, tx: Tx, rows: ConsentRow[]) =>
  tx.insert(consents).values(rows).onConflictDoNothing();
