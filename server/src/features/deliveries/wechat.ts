import { backoff } from '../../background/backoff';
import type { Delivered } from '../../background/outbox';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { sendCall, type Wechat } from '../../ports/wechat/wechat';
import { giveBack, zero } from '../subscriptions/public';
import { type Failure, failureOf } from './failures';
import { waitApart } from './plan';
import { type Attempt, prepare } from './prepare';
import { releaseMsgid, settleAttempt } from './store';

const firstPauseMs = 30_000;

type Sent = Attempt['delivery'];

/** The credit of an attempt that sent nothing. */
const returned = (
  context: Context,
  tx: Tx,
  { userId, templateId, id, attempts, startedAt }: Sent,
  at: Date,
) => giveBack(context, tx, { userId, templateId, deliveryId: id, attempt: attempts, spentAt: startedAt, at });

/** Writes down what became of an attempt that did not succeed; null where a push of WeChat's said more meanwhile. */
async function settleFailure(
  context: Context,
  tx: Tx,
  sent: Sent,
  failure: Failure,
  now: Date,
): Promise<Delivered | null> {
  const { db } = context;
  const { id, userId, templateId, attempts, startedAt } = sent;
  switch (failure.means) {
    case 'no-consent': {
      const { errcode } = failure;
      const to = { state: 'skipped', reason: 'no-consent', errcode, settledAt: now } as const;
      if (!(await settleAttempt(db, tx, sent, to))) return null;
      const ref = `${id}:${attempts}`;
      await zero(context, tx, { userId, templateId, source: '43101', ref, at: startedAt, deliveryId: id });
      return { outcome: 'sent' };
    }
    case 'later': {
      const dueAt = new Date(now.getTime() + backoff(attempts, id, firstPauseMs));
      const to = { state: 'waiting', reason: 'busy', errcode: failure.errcode, dueAt } as const;
      if (!(await settleAttempt(db, tx, sent, to))) return null;
      await returned(context, tx, sent, now);
      await waitApart(db, tx, id, dueAt, now);
      return { outcome: 'later', at: dueAt };
    }
    case 'failed': {
      const { reason, errcode } = failure;
      if (!(await settleAttempt(db, tx, sent, { state: 'failed', reason, errcode, settledAt: now })))
        return null;
      await returned(context, tx, sent, now);
      return { outcome: 'failed', error: `WeChat refused the message: ${errcode}` };
    }
    case 'unknown': {
      if (!(await settleAttempt(db, tx, sent, { state: 'unknown', reason: 'no-answer' }))) return null;
      return { outcome: 'failed', error: 'WeChat gave no answer; its push will say whether it was sent' };
    }
  }
}

/** What WeChat said; a failure where it did not take the message. */
async function ask(wechat: Wechat, { delivery, openid, page, data }: Attempt) {
  try {
    return await wechat.sendMessage({ openid, templateId: delivery.templateId, data, page });
  } catch (error) {
    return failureOf(error, sendCall);
  }
}

/** Sends a message, in the outbox's name: at most once, whatever ends the process. */
export async function sendByWechat(context: Context, deliveryId: string): Promise<Delivered> {
  const { db, clock, wechat } = context;
  const prepared = await prepare(context, deliveryId, clock.now());
  if ('later' in prepared) return { outcome: 'later', at: prepared.later };
  if ('settled' in prepared || wechat === null) return { outcome: 'sent' };
  const { delivery } = prepared.send;
  const said = await ask(wechat, prepared.send);
  const now = clock.now();
  const settled = await db.write(async (tx) => {
    if ('means' in said) return settleFailure(context, tx, delivery, said, now);
    const msgid = said.msgid ?? null;
    if (msgid !== null) await releaseMsgid(db, tx, delivery, msgid);
    await settleAttempt(db, tx, delivery, { state: 'sent', reason: null, settledAt: now, msgid });
    return null;
  });
  return settled ?? { outcome: 'sent' };
}
