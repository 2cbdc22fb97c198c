import type { portrayalsContract } from '@qihang/shared/portrayals/contract';
import { withdrawnReason } from '@qihang/shared/portrayals/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Actor } from '../../actor/rules';
import { setLife } from '../../content/moved';
import { canMove, isPublished, moves } from '../../content/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import type { PortrayalRow } from './public-store';
import { canSeeConsent, consentActionsFor } from './rules';
import { findConsentOf, findPortrayal, listPortrayals, updatePortrayal } from './store';
import { viewRecord } from './view';

type C = typeof portrayalsContract;

export async function showMyPortrayals({ db }: Context, { actor }: Call<C['mine']>) {
  const rows = await listPortrayals(db, db.read, actor.id);
  return {
    items: rows.map(({ consent, post, boardEnabled }) => ({
      ...viewRecord(consent),
      postId: post.id,
      title: post.title,
      shown: boardEnabled && isPublished(post),
      viewer: { can: consentActionsFor(actor, post, consent) },
    })),
  };
}

/** @throws AppError `resource.not-found` for people who may not know of the consent, `moderation.already-done` once it is over */
async function getOpenConsent(context: Context, tx: Tx, actor: Actor, id: string) {
  const { db, registry } = context;
  const consent = await findPortrayal(db, tx, id);
  const post = consent && (await registry.kinds.post.find(db, tx, consent.postId));
  if (!consent || !post || !canSeeConsent(actor, post, consent)) throw new AppError('resource.not-found');
  if (consent.withdrawnAt) throw new AppError('moderation.already-done', '这份同意已经撤回了');
  return { consent, post };
}

export async function agree(context: Context, { params, actor, now, requestId }: Call<C['agree']>) {
  const { db, ids } = context;
  const auditId = ids.next(now);
  return db.write(async (tx) => {
    const { consent, post } = await getOpenConsent(context, tx, actor, params.id);
    if (consent.subjectId !== actor.id) throw new AppError('resource.not-found');
    if (!consentActionsFor(actor, post, consent).includes('agree'))
      throw new AppError('moderation.already-done', '你已经同意过了');
    const change = { givenOn: dayAt(now.getTime()) };
    await updatePortrayal(db, tx, consent.id, change);
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'portrayals.agree',
      targetType: 'post',
      targetId: post.id,
      before: { givenOn: null },
      after: change,
      reason: null,
      requestId,
    });
    return viewRecord({ ...consent, ...change });
  });
}

/** Readers lose the article in the same transaction: lists, search and digests are made of what they see. */
async function takeFromReaders(context: Context, tx: Tx, consent: PortrayalRow, now: Date): Promise<boolean> {
  const { db, registry } = context;
  const post = await registry.kinds.post.find(db, tx, consent.postId);
  const latest = await findConsentOf(db, tx, consent.postId);
  if (!post || latest?.id !== consent.id) return false;
  // By the service itself: a person who is in an article takes it from readers without a role on the board.
  if (!canMove('hide', null, post, post.review)) return false;
  const change = { life: moves.hide.to, lifeReason: withdrawnReason, lifeRank: null };
  await setLife(context, tx, 'post', post, change, { move: 'hide', actorId: null, at: now });
  return true;
}

export async function withdrawConsent(
  context: Context,
  { params, actor, now, requestId }: Call<C['withdraw']>,
) {
  const { db, ids } = context;
  const auditId = ids.next(now);
  return db.write(async (tx) => {
    const { consent, post } = await getOpenConsent(context, tx, actor, params.id);
    const change = { withdrawnAt: now, withdrawnById: actor.id };
    await updatePortrayal(db, tx, consent.id, change);
    const hidden = await takeFromReaders(context, tx, consent, now);
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'portrayals.withdraw',
      targetType: 'post',
      targetId: post.id,
      before: { givenOn: consent.givenOn },
      after: { hidden, bySubject: consent.subjectId === actor.id },
      reason: withdrawnReason,
      requestId,
    });
    return viewRecord({ ...consent, ...change });
  });
}
