import { messagePage } from '@qihang/shared/deliveries/pages';
import type { DeliveryReason } from '@qihang/shared/deliveries/vocabulary';
import { isDaily } from '@qihang/shared/notifications/kinds';
import { startOfDay } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { isClosing } from '../my-data/public';
import { type Told, toldTo } from '../notifications/public';
import { settingsOf, standingOf, usualSettings, wasRead } from '../notifications/public-store';
import { findOpenid } from '../session/public-store';
import { neededSoon, spend } from '../subscriptions/public';
import { activeTemplates, balanceOf, type Template } from '../subscriptions/public-store';
import { higherThan, maySpend } from '../subscriptions/rules';
import { dueOf, lostAfterMs, reasonAgainst, stateFor, turnMs } from './rules';
import {
  change,
  type DeliveryRow,
  findDelivery,
  foldInto,
  isSendingTo,
  listTogether,
  waitingPurposes,
  wasToldOf,
} from './store';
import { dataOf, wordsOf } from './words';

/** One attempt to send, whose credit is taken. */
export interface Attempt {
  delivery: DeliveryRow & { templateId: string; startedAt: Date };
  openid: string;
  page: string;
  data: Record<string, string>;
}

type Prepared = { send: Attempt } | { later: Date } | { settled: true };

/** What is read before the transaction: words and addresses, which a moment does not change. */
interface Material {
  template: Template | undefined;
  /** Higher purposes that share the template. */
  sharing: Template['purpose'][];
  told: ReadonlyMap<string, Told>;
  openid: string | undefined;
  /** Messages of the sharing purposes that are sure to come soon. */
  soon: number;
}

async function materialFor(context: Context, row: DeliveryRow, now: Date): Promise<Material> {
  const { db, wechat } = context;
  const { userId, purpose } = row;
  const templates = wechat === null ? [] : await activeTemplates(db, db.read);
  const template = templates.find((one) => one.purpose === purpose);
  const sharing = templates
    .filter((one) => one.templateId === template?.templateId && higherThan(purpose).includes(one.purpose))
    .map((one) => one.purpose);
  const together = await listTogether(db, db.read, row, now);
  const ids = together.map(({ notificationId }) => notificationId);
  const told = await toldTo(context, userId, ids, now);
  let soon = 0;
  for (const higher of sharing) soon += await neededSoon(context, higher, userId, now);
  return {
    template,
    sharing,
    told: new Map(told.map((one) => [one.id, one])),
    openid: await findOpenid(db, db.read, userId),
    soon,
  };
}

/** Those of these that nothing speaks against, and why the others are not to be sent. */
async function lookAgain(
  { db }: Context,
  tx: Tx,
  rows: readonly DeliveryRow[],
  userId: string,
  now: Date,
): Promise<Map<string, DeliveryReason | undefined>> {
  const { muted } = (await settingsOf(db, tx, [userId])).get(userId) ?? usualSettings;
  const closing = await isClosing({ db }, tx, userId);
  const ids = rows.map(({ notificationId }) => notificationId);
  const standing = new Map((await standingOf(db, tx, userId, ids)).map(({ id, readAt }) => [id, readAt]));
  const today = new Date(startOfDay(now.getTime()));
  const reasons = new Map<string, DeliveryReason | undefined>();
  for (const row of rows) {
    const readAt = standing.get(row.notificationId);
    const { kind, expiresAt, attempts, topic, at } = row;
    const toldToday = isDaily(kind) && (await wasToldOf(db, tx, row, today));
    const foldedRead = readAt === undefined && (await wasRead(db, tx, { userId, foldKey: topic, since: at }));
    const look = { kind, readAt, foldedRead, expiresAt, attempts, muted, closing, toldToday };
    reasons.set(row.id, reasonAgainst(look, now));
  }
  return reasons;
}

/** Settles it without sending. */
async function settle({ db }: Context, tx: Tx, id: string, reason: DeliveryReason, now: Date) {
  await change(db, tx, id, { state: stateFor(reason), reason, settledAt: now });
  return { settled: true } as const;
}

/**
 * Looks once more when the time of a message has come and, where nothing speaks against it, takes a credit and marks it as on its
 * way, with all that can be told together with it: before anything is sent, so that no process sends it a second time.
 */
async function begin(
  context: Context,
  tx: Tx,
  id: string,
  { template, sharing, told, openid, soon }: Material,
  now: Date,
): Promise<Prepared> {
  const { db } = context;
  const row = await findDelivery(db, tx, id);
  if (row?.state !== 'waiting') return { settled: true };
  const { userId, purpose } = row;
  const together = await listTogether(db, tx, row, now);
  const reasons = await lookAgain(context, tx, [row, ...together], userId, now);
  const against = reasons.get(id);
  if (against) return settle(context, tx, id, against, now);
  if (openid === undefined) return settle(context, tx, id, 'no-address', now);
  if (!template) return settle(context, tx, id, 'no-template', now);
  const hours = (await settingsOf(db, tx, [userId])).get(userId) ?? usualSettings;
  const dueAt = dueOf(hours, now);
  if (dueAt > now) {
    await change(db, tx, id, { dueAt, reason: 'quiet' });
    return { later: dueAt };
  }
  // WeChat refuses two at once to one person (43108).
  if (await isSendingTo(db, tx, row, new Date(now.getTime() - lostAfterMs)))
    return { later: new Date(now.getTime() + turnMs) };
  const { templateId, fields } = template;
  const waiting = sharing.length > 0 ? await waitingPurposes(db, tx, row) : new Set();
  const needed = soon + sharing.filter((higher) => waiting.has(higher)).length;
  const balance = await balanceOf(db, tx, { userId, templateId });
  if (balance > 0 && !maySpend(balance, needed)) return settle(context, tx, id, 'kept-for-higher', now);
  const first = told.get(row.notificationId);
  // What was told since the words were made waits for its own turn.
  if (!first) return { later: new Date(now.getTime() + turnMs) };
  const others = together.filter(
    (one) => one.id !== id && reasons.get(one.id) === undefined && told.has(one.notificationId),
  );
  const rest = others.flatMap((one) => told.get(one.notificationId) ?? []);
  const data = dataOf(fields, wordsOf([first, ...rest], purpose));
  if (data === null) {
    await change(db, tx, id, { state: 'failed', reason: 'bad-values', settledAt: now });
    return { settled: true };
  }
  const attempt = row.attempts + 1;
  if (!(await spend(context, tx, { userId, templateId, deliveryId: id, attempt, at: now })))
    return settle(context, tx, id, 'no-credit', now);
  const folded = others.map((one) => one.id);
  if (folded.length > 0) await foldInto(db, tx, folded, id, now);
  const started = {
    state: 'sending' as const,
    reason: null,
    errcode: null,
    attempts: attempt,
    startedAt: now,
    settledAt: null,
    templateId,
    msgid: null,
  };
  await change(db, tx, id, started);
  const same = rest.every(({ row: { foldKey } }) => foldKey === first.row.foldKey);
  const page = messagePage(same ? first.view.link : null);
  return { send: { delivery: { ...row, ...started }, openid, page, data } };
}

/** Gets a message ready to be sent now; `settled` where it is not to be sent, or is no longer waiting. */
export async function prepare(context: Context, id: string, now: Date): Promise<Prepared> {
  const { db } = context;
  const row = await findDelivery(db, db.read, id);
  if (row?.state !== 'waiting') return { settled: true };
  const material = await materialFor(context, row, now);
  return db.write((tx) => begin(context, tx, id, material, now));
}
