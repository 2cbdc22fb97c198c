import type { DeliveryState } from '@qihang/shared/deliveries/vocabulary';
import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { chunksOf } from '../../db/chunks';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';

export type DeliveryRow = Database['tables']['deliveries']['$inferSelect'];
type Change = Partial<Omit<DeliveryRow, 'id' | 'notificationId' | 'userId' | 'kind' | 'channel'>>;

export async function insertDeliveries(
  { tables: { deliveries } }: Database,
  tx: Tx,
  rows: readonly DeliveryRow[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) await tx.insert(deliveries).values(chunk);
}

export async function findDelivery(
  { tables: { deliveries } }: Database,
  read: Reader,
  id: string,
): Promise<DeliveryRow | undefined> {
  const [row] = await read.select().from(deliveries).where(eq(deliveries.id, id));
  return row;
}

/** All of the person's that are due and can be told together with this one, itself among them, the longest due first. */
export function listTogether(
  { tables: { deliveries } }: Database,
  read: Reader,
  { userId, purpose, channel }: DeliveryRow,
  now: Date,
): Promise<DeliveryRow[]> {
  return read
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.userId, userId),
        eq(deliveries.state, 'waiting'),
        eq(deliveries.purpose, purpose),
        eq(deliveries.channel, channel),
        lte(deliveries.dueAt, now),
      ),
    )
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id));
}

/** Whether another message to the person is on its way by this channel, and was begun after `since`. */
export async function isSendingTo(
  { tables: { deliveries } }: Database,
  read: Reader,
  { userId, channel }: DeliveryRow,
  since: Date,
): Promise<boolean> {
  const [row] = await read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.userId, userId),
        eq(deliveries.state, 'sending'),
        eq(deliveries.channel, channel),
        gt(deliveries.startedAt, since),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Whether the person was told of the same thing by this channel since `since`, by a message of its own or with another. */
export async function wasToldOf(
  { tables: { deliveries } }: Database,
  read: Reader,
  { id, userId, topic, channel }: DeliveryRow,
  since: Date,
): Promise<boolean> {
  const [row] = await read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.userId, userId),
        eq(deliveries.topic, topic),
        eq(deliveries.channel, channel),
        ne(deliveries.id, id),
        or(
          and(inArray(deliveries.state, ['sending', 'sent', 'unknown']), gte(deliveries.startedAt, since)),
          and(eq(deliveries.reason, 'folded'), gte(deliveries.settledAt, since)),
        ),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The purposes of which a message to the person waits for its time, by this channel. */
export async function waitingPurposes(
  { tables: { deliveries } }: Database,
  read: Reader,
  { userId, channel }: DeliveryRow,
): Promise<Set<Purpose>> {
  const rows = await read
    .selectDistinct({ purpose: deliveries.purpose })
    .from(deliveries)
    .where(
      and(eq(deliveries.userId, userId), eq(deliveries.state, 'waiting'), eq(deliveries.channel, channel)),
    );
  return new Set(rows.map(({ purpose }) => purpose));
}

export const change = ({ tables: { deliveries } }: Database, tx: Tx, id: string, to: Change) =>
  tx.update(deliveries).set(to).where(eq(deliveries.id, id));

/** Marks those as told with another. */
export const foldInto = (
  { tables: { deliveries } }: Database,
  tx: Tx,
  ids: readonly string[],
  foldedInto: string,
  settledAt: Date,
) =>
  tx
    .update(deliveries)
    .set({ state: 'skipped', reason: 'folded', foldedInto, settledAt })
    .where(inArray(deliveries.id, [...ids]));

/** Lets those wait again that were to be told with this one, which was not sent; their ids. */
export async function unfold(
  { tables: { deliveries } }: Database,
  tx: Tx,
  foldedInto: string,
  dueAt: Date,
): Promise<string[]> {
  const rows = await tx
    .update(deliveries)
    .set({ state: 'waiting', reason: null, foldedInto: null, settledAt: null, dueAt })
    .where(eq(deliveries.foldedInto, foldedInto))
    .returning({ id: deliveries.id });
  return rows.map(({ id }) => id);
}

/**
 * Writes down what became of an attempt of which nobody has written it yet; false where it is settled, or another attempt has
 * begun.
 */
export async function settleAttempt(
  { tables: { deliveries } }: Database,
  tx: Tx,
  { id, attempts }: Pick<DeliveryRow, 'id' | 'attempts'>,
  to: Change,
): Promise<boolean> {
  const settled = await tx
    .update(deliveries)
    .set(to)
    .where(
      and(
        eq(deliveries.id, id),
        eq(deliveries.attempts, attempts),
        inArray(deliveries.state, ['sending', 'unknown']),
      ),
    )
    .returning({ id: deliveries.id });
  return settled.length > 0;
}

/**
 * Takes WeChat's number of a message away from another to the same person that its push, faster than the answer, was taken to be
 * about: of that one nobody knows again.
 */
export const releaseMsgid = (
  { tables: { deliveries } }: Database,
  tx: Tx,
  { id, userId }: Pick<DeliveryRow, 'id' | 'userId'>,
  msgid: string,
) =>
  tx
    .update(deliveries)
    .set({ state: 'unknown', reason: 'no-answer', settledAt: null, msgid: null })
    .where(and(eq(deliveries.userId, userId), eq(deliveries.msgid, msgid), ne(deliveries.id, id)));

/** The message that WeChat knows by this number. */
export async function findByMsgid(
  { tables: { deliveries } }: Database,
  read: Reader,
  userId: string,
  msgid: string,
): Promise<DeliveryRow | undefined> {
  const [row] = await read
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.userId, userId), eq(deliveries.msgid, msgid)));
  return row;
}

/** The first message to the person by this template of which it is not known whether it was sent. */
export async function findUnanswered(
  { tables: { deliveries } }: Database,
  read: Reader,
  { userId, templateId }: { userId: string; templateId: string },
): Promise<DeliveryRow | undefined> {
  const [row] = await read
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.userId, userId),
        eq(deliveries.templateId, templateId),
        inArray(deliveries.state, ['sending', 'unknown']),
      ),
    )
    .orderBy(asc(deliveries.startedAt), asc(deliveries.id))
    .limit(1);
  return row;
}

/** Messages in this state whose last attempt began before `before`, the oldest first. */
export const listStarted = (
  { tables: { deliveries } }: Database,
  read: Reader,
  state: 'sending' | 'unknown',
  before: Date,
  limit: number,
): Promise<DeliveryRow[]> =>
  read
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.state, state), lte(deliveries.startedAt, before)))
    .orderBy(asc(deliveries.startedAt), asc(deliveries.id))
    .limit(limit);

/** Messages that were due before `before`, and that nothing in the outbox will send; the oldest first. */
export const listForgotten = (
  { tables: { deliveries, outbox } }: Database,
  read: Reader,
  before: Date,
  limit: number,
): Promise<{ id: string }[]> =>
  read
    .select({ id: deliveries.id })
    .from(deliveries)
    .leftJoin(outbox, eq(outbox.id, sql`'delivery:' || ${deliveries.id}`))
    .where(
      and(
        eq(deliveries.state, 'waiting'),
        lte(deliveries.dueAt, before),
        or(isNull(outbox.id), inArray(outbox.state, ['sent', 'dead'])),
      ),
    )
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(limit);

/** The newest first, at most `limit` after a place. */
export function listDeliveries(
  { read, tables: { deliveries } }: Database,
  state: DeliveryState | undefined,
  after: Place | undefined,
  limit: number,
): Promise<DeliveryRow[]> {
  const { at, id } = deliveries;
  return read
    .select()
    .from(deliveries)
    .where(
      and(
        state && eq(deliveries.state, state),
        after && sql`(${at}, ${id}) < (${sql.param(after.at, at)}, ${after.id})`,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
}

/** How many there are of what happened since, by state. */
export async function countByState(
  { tables: { deliveries } }: Database,
  read: Reader,
  since: Date,
): Promise<Map<DeliveryState, number>> {
  const rows = await read
    .select({ state: deliveries.state, n: count() })
    .from(deliveries)
    .where(gte(deliveries.at, since))
    .groupBy(deliveries.state);
  return new Map(rows.map(({ state, n }) => [state, n]));
}
