import type { casesContract } from '@qihang/shared/cases/contract';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { showItem } from './queue';
import { claimEnd, claimer } from './rules';
import { updateCase } from './store';
import { getVisibleCase, refuseAct } from './visible';

type C = typeof casesContract;

export async function claimCase(context: Context, { actor, params, now }: Call<C['claim']>) {
  const { db } = context;
  await db.write(async (tx) => {
    const { one } = await getVisibleCase(context, tx, actor, params.id, now);
    await refuseAct(context, tx, 'claim', actor, one, now);
    await updateCase(db, tx, one.id, { claimedById: actor.id, claimedUntil: claimEnd(now) });
  });
  return showItem(context, actor, params.id, now);
}

/** Giving back what one does not hold, or no longer, changes nothing. */
export async function releaseCase(
  context: Context,
  { actor, params, now }: Call<C['release']>,
): Promise<undefined> {
  const { db } = context;
  await db.write(async (tx) => {
    const { one } = await getVisibleCase(context, tx, actor, params.id, now);
    if (claimer(one, now) === actor.id)
      await updateCase(db, tx, one.id, { claimedById: null, claimedUntil: null });
  });
}
