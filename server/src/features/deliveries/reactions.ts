import type { Events, Reactions } from '../../background/events';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { planDeliveries } from './plan';
import { change, findByMsgid, findUnanswered } from './store';

/**
 * WeChat says what became of a message. It may say so before the answer to our call is there, or in place of an answer that was
 * lost; then it is the one message to this person by this template that waits for one.
 */
async function afterSent({ db }: Context, tx: Tx, pushed: Events['wechat.subscription']): Promise<void> {
  const { userId, items, now } = pushed;
  for (const { TemplateId: templateId, MsgID: msgid, ErrorCode: errorCode } of items) {
    if (!templateId || !msgid) continue;
    const known = await findByMsgid(db, tx, userId, msgid);
    const row = known ?? (await findUnanswered(db, tx, { userId, templateId }));
    if (!row) continue;
    if ((errorCode ?? '0') !== '0')
      await change(db, tx, row.id, { state: 'failed', reason: 'not-shown', settledAt: now, msgid });
    else if (!known) await change(db, tx, row.id, { state: 'sent', reason: null, settledAt: now, msgid });
  }
}

export const deliveryReactions: Reactions = {
  notified: planDeliveries,
  async 'wechat.subscription'(context, tx, pushed) {
    if (pushed.event === 'sent') await afterSent(context, tx, pushed);
  },
};
