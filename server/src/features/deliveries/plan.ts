import { purposeOf } from '@qihang/shared/notifications/kinds';
import type { Events } from '../../background/events';
import { enqueueAgain, enqueueAll } from '../../background/outbox';
import type { Context } from '../../context';
import type { Database, Tx } from '../../db/types';
import { settingsOf, usualSettings } from '../notifications/public-store';
import { activeTemplates } from '../subscriptions/public-store';
import { dueOf, expiryOf } from './rules';
import { type DeliveryRow, insertDeliveries, unfold } from './store';

/** The message of the outbox that sends it. */
const outboxId = (deliveryId: string): string => `delivery:${deliveryId}`;

/**
 * Plans the messages that leave the service for what was told in the inbox: one a notice, out of its person's quiet hours. Where
 * the school has no template for a purpose, the inbox is all there is.
 */
export async function planDeliveries(
  context: Context,
  tx: Tx,
  { notices }: Events['notified'],
): Promise<void> {
  const { db, ids, wechat } = context;
  if (wechat === null || notices.every(({ kind }) => purposeOf(kind) === null)) return;
  const offered = new Set((await activeTemplates(db, tx)).map(({ purpose }) => purpose));
  const planned = notices.flatMap((notice) => {
    const purpose = purposeOf(notice.kind);
    return purpose !== null && offered.has(purpose) ? [{ ...notice, purpose }] : [];
  });
  const chosen = await settingsOf(db, tx, [...new Set(planned.map(({ userId }) => userId))]);
  const rows = planned.map(
    ({ id: notificationId, userId, kind, purpose, foldKey, at, until }): DeliveryRow => ({
      id: ids.next(at),
      notificationId,
      userId,
      kind,
      purpose,
      channel: 'wechat',
      topic: foldKey,
      state: 'waiting',
      reason: null,
      errcode: null,
      attempts: 0,
      at,
      dueAt: dueOf(chosen.get(userId) ?? usualSettings, at),
      expiresAt: expiryOf(at, until),
      startedAt: null,
      settledAt: null,
      templateId: null,
      msgid: null,
      foldedInto: null,
    }),
  );
  await insertDeliveries(db, tx, rows);
  const messages = rows.map(({ id, dueAt }) => ({
    id: outboxId(id),
    kind: 'delivery.wechat' as const,
    payload: { deliveryId: id },
    dueAt,
  }));
  const [first] = rows;
  if (first) await enqueueAll(db, tx, messages, first.at);
}

/** Puts a message in again that waits, but for which nothing in the outbox is under way. */
export const sendLater = (db: Database, tx: Tx, id: string, dueAt: Date, now: Date): Promise<void> =>
  enqueueAgain(
    db,
    tx,
    { id: outboxId(id), kind: 'delivery.wechat', payload: { deliveryId: id }, dueAt },
    now,
  );

/** Lets those wait on their own again that were to be told with this one. */
export async function waitApart(db: Database, tx: Tx, id: string, dueAt: Date, now: Date): Promise<void> {
  for (const other of await unfold(db, tx, id, dueAt)) await sendLater(db, tx, other, dueAt, now);
}
