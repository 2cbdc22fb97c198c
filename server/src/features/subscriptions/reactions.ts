import type { Events, Reactions } from '../../background/events';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { grant, zero } from './public';
import { deleteLedger } from './store';

async function afterAnswer(context: Context, tx: Tx, pushed: Events['wechat.subscription']): Promise<void> {
  const { event, pushId, userId, items, at } = pushed;
  for (const [index, item] of items.entries()) {
    const { TemplateId: templateId, SubscribeStatusString: status } = item;
    if (!templateId) continue;
    const report = { userId, templateId, ref: `${pushId}:${index}`, at };
    if (event === 'popup' && (status === 'accept' || status === 'acceptWithAudio'))
      await grant(context, tx, { ...report, source: 'popup' });
    // Turning it on in the settings of WeChat grants nothing: a consent is for one message, and asked for each time.
    if (event === 'change' && status === 'reject') await zero(context, tx, { ...report, source: 'change' });
  }
}

export const subscriptionReactions: Reactions = {
  'wechat.subscription': afterAnswer,
  'wechat.unbound': ({ db }, tx, { userId }) => deleteLedger(db, tx, userId),
};
