import { and, asc, eq, inArray, lte, ne, sql } from 'drizzle-orm';
import type { Database, Tx } from '../db/types';

export type MessageRow = Database['tables']['outbox']['$inferSelect'];

const isDue = ({ tables: { outbox } }: Database, kinds: readonly string[], now: Date) =>
  and(eq(outbox.state, 'waiting'), lte(outbox.dueAt, now), inArray(outbox.kind, [...kinds]));

/** The process that was sending it is dead, or as slow as a dead one. */
const isAbandoned = ({ tables: { outbox } }: Database, now: Date) =>
  and(eq(outbox.state, 'sending'), lte(outbox.leaseUntil, now));

/** Ids of messages that can be sent now, the longest due first, and whether any was abandoned. */
export async function findDueMessages(
  db: Database,
  kinds: readonly string[],
  limit: number,
  now: Date,
): Promise<{ ids: string[]; abandoned: boolean }> {
  const { outbox } = db.tables;
  const due = await db.read
    .select({ id: outbox.id })
    .from(outbox)
    .where(isDue(db, kinds, now))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(limit);
  const [abandoned] = await db.read
    .select({ id: outbox.id })
    .from(outbox)
    .where(isAbandoned(db, now))
    .limit(1);
  return { ids: due.map(({ id }) => id), abandoned: abandoned !== undefined };
}

/** Settles abandoned messages as dead: they may have arrived, so they are not sent again by themselves. */
export async function buryAbandoned(
  db: Database,
  tx: Tx,
  now: Date,
): Promise<{ id: string; kind: string }[]> {
  const { outbox } = db.tables;
  return tx
    .update(outbox)
    .set({
      state: 'dead',
      settledAt: now,
      lastError: 'The process ended while sending; whether it arrived is unknown',
    })
    .where(isAbandoned(db, now))
    .returning({ id: outbox.id, kind: outbox.kind });
}

/** Takes one message for sending; undefined when another process took it, or it is no longer due. */
export async function takeMessage(
  { tables: { outbox } }: Database,
  tx: Tx,
  id: string,
  { token, now, until }: { token: string; now: Date; until: Date },
): Promise<MessageRow | undefined> {
  const [taken] = await tx
    .update(outbox)
    .set({ state: 'sending', attempts: sql`${outbox.attempts} + 1`, leasedBy: token, leaseUntil: until })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'waiting'), lte(outbox.dueAt, now)))
    .returning();
  return taken;
}

/**
 * Writes down what became of an attempt, also after its lease ran out: a known outcome is better than "unknown". False when
 * another attempt has begun since.
 */
export async function settle(
  { tables: { outbox } }: Database,
  tx: Tx,
  { id, leasedBy }: MessageRow,
  change: Partial<Pick<MessageRow, 'state' | 'payload' | 'dueAt' | 'lastError' | 'settledAt'>>,
): Promise<boolean> {
  const settled = await tx
    .update(outbox)
    .set({ ...change, leaseUntil: null, ...(change.state === 'waiting' ? { leasedBy: null } : {}) })
    .where(and(eq(outbox.id, id), eq(outbox.leasedBy, leasedBy ?? '')))
    .returning({ id: outbox.id });
  return settled.length > 0;
}

/** Messages that are not sent yet and dead ones, the oldest first. */
export const listUnsent = ({ tables: { outbox }, read }: Database): Promise<MessageRow[]> =>
  read.select().from(outbox).where(ne(outbox.state, 'sent')).orderBy(asc(outbox.createdAt), asc(outbox.id));

/** Gives a dead message all its attempts again; false when no message of this id is dead. */
export async function revive(
  { tables: { outbox } }: Database,
  tx: Tx,
  id: string,
  now: Date,
): Promise<boolean> {
  const revived = await tx
    .update(outbox)
    .set({ state: 'waiting', attempts: 0, dueAt: now, settledAt: null, leasedBy: null, leaseUntil: null })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'dead')))
    .returning({ id: outbox.id });
  return revived.length > 0;
}
