import type { Subscriptions, subscriptionsContract } from '@qihang/shared/subscriptions/contract';
import { subscriptionLimits } from '@qihang/shared/subscriptions/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { findOpenid } from '../session/public-store';
import { expectedOf } from './expected';
import { grant } from './public';
import { activeTemplates } from './public-store';
import { balancesOf } from './store';

type C = typeof subscriptionsContract;

async function view(context: Context, userId: string, now: Date): Promise<Subscriptions> {
  const { db, wechat } = context;
  const active = wechat === null ? [] : await activeTemplates(db, db.read);
  const balances = await balancesOf(db, db.read, userId);
  const of = (templateId: string) => balances.get(templateId) ?? 0;
  const templates: Subscriptions['templates'] = [];
  for (const { purpose, templateId } of active) {
    const expected = await expectedOf(context, purpose, userId, now);
    templates.push({ id: templateId, purpose, credits: of(templateId), ...expected });
  }
  return {
    templates,
    credits: [...new Set(templates.map(({ id }) => id))].reduce((sum, id) => sum + of(id), 0),
    configured: active.length > 0,
    linked: (await findOpenid(db, db.read, userId)) !== undefined,
  };
}

export const showSubscriptions = (context: Context, { actor, now }: Call<C['show']>) =>
  view(context, actor.id, now);

/** The phone's time, but for one ahead of ours; undefined for a result that it kept too long to mean anything. */
function timely(text: string, now: Date): Date | undefined {
  const at = new Date(Math.min(Date.parse(text), now.getTime()));
  return at.getTime() < now.getTime() - subscriptionLimits.grantDays * dayMs ? undefined : at;
}

export async function takeGrants(context: Context, { actor, body, now }: Call<C['grant']>) {
  const { db } = context;
  const { results, key } = body;
  const at = timely(body.at, now);
  await db.write(async (tx) => {
    const linked = (await findOpenid(db, tx, actor.id)) !== undefined;
    const known = new Set((await activeTemplates(db, tx)).map(({ templateId }) => templateId));
    if (!linked || at === undefined) return;
    for (const [templateId, result] of Object.entries(results))
      if (known.has(templateId) && (result === 'accept' || result === 'acceptWithAudio'))
        await grant(context, tx, { userId: actor.id, templateId, source: 'client', ref: key, at });
  });
  return view(context, actor.id, now);
}
