import type { verificationContract } from '@qihang/shared/verification/contract';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { bindEntry, claimError, judgeAndCount } from './public';
import { findEntryOfUser } from './store';
import { viewVerification } from './view';

type C = typeof verificationContract;

export async function showVerification({ db }: Context, { actor, now }: Call<C['mine']>) {
  return viewVerification(actor, await findEntryOfUser(db, db.read, actor.id), now);
}

export async function verify(context: Context, { actor, body, now }: Call<C['verify']>) {
  const { db, ids } = context;
  const grantId = ids.next(now);
  const result = await db.write(async (tx) => {
    const claim = await judgeAndCount(context, tx, body, { person: actor.id }, now);
    if ('entry' in claim) await bindEntry(context, tx, claim, actor.id, { grantId, now });
    return claim;
  });
  if (!('entry' in result)) throw claimError(result);
  return viewVerification({ verified: true }, await findEntryOfUser(db, db.read, actor.id), now);
}
