import type { FieldError } from '@qihang/shared/contract/errors';
import type { ConsentDraft, Portrayal } from '@qihang/shared/portrayals/consent';
import type { ConsentUse } from '@qihang/shared/portrayals/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Actor } from '../../actor/rules';
import type { Standing } from '../../content/rules';
import type { Context } from '../../context';
import type { Database, Reader, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { recordAct } from '../audit/public';
import { insertPortrayal, type PortrayalRow } from './public-store';
import { consentProblems, isGiven } from './rules';
import { findConsentOf, findSubject, listConsentsOf } from './store';
import { viewPortrayal } from './view';

const invalid = (path: string, message: string) =>
  new AppError('request.invalid', message, [{ path, message }]);

/**
 * For every way to readers, publishing by the clock among them: what is wrong where the board demands the consent of the person
 * that the article is about, and the latest one is missing, not given yet or withdrawn.
 */
export async function missingConsent(
  db: Database,
  read: Reader,
  { name, consentRequired }: { name: string; consentRequired: boolean },
  post: { id: string },
): Promise<FieldError[]> {
  if (!consentRequired) return [];
  const consent = await findConsentOf(db, read, post.id);
  const message = consent ? lacking(consent) : `${name}写的是谁，要先记录本人的同意`;
  return message === undefined ? [] : [{ path: 'consent', message }];
}

function lacking(consent: PortrayalRow): string | undefined {
  if (consent.withdrawnAt) return '当事人已撤回同意，重新取得同意后才能再发布';
  return isGiven(consent) ? undefined : `等${consent.subject}在“我的数据”里同意后才能发布`;
}

/** @throws AppError `request.invalid` at `consent` for what `missingConsent` finds */
export async function refuseMissingConsent(
  ...[db, read, board, post]: Parameters<typeof missingConsent>
): Promise<void> {
  const [first] = await missingConsent(db, read, board, post);
  if (first) throw invalid(first.path, first.message);
}

interface Recording {
  postId: string;
  actor: Actor;
  now: Date;
  requestId: string;
  /** Made before the transaction, which may be repeated: of the consent, and of its entry in the audit log. */
  ids: { consent: string; audit: string };
}

/**
 * Records the consent to an article; from now on it is the one that counts.
 * @throws AppError `request.invalid` at a field of `consent`
 */
export async function recordConsent(
  context: Context,
  tx: Tx,
  draft: ConsentDraft,
  { postId, actor, now, requestId, ids }: Recording,
): Promise<void> {
  const { db } = context;
  const { subject, studentNo, uses, way } = draft;
  const givenOn = way === 'paper' ? draft.givenOn : null;
  const problems = consentProblems(draft, dayAt(now.getTime()));
  if (problems.length > 0) throw new AppError('request.invalid', undefined, problems);
  const subjectId = studentNo === null ? null : await findSubject(db, tx, { studentNo, name: subject });
  if (subjectId === undefined)
    throw invalid('consent.studentNo', '没有找到这位同学：学号和姓名对不上，或还没有认证');
  await insertPortrayal(db, tx, {
    id: ids.consent,
    postId,
    subject,
    subjectId,
    uses,
    way,
    givenOn,
    recordedById: actor.id,
    recordedAt: now,
    withdrawnById: null,
    withdrawnAt: null,
  });
  await recordAct(context, tx, {
    id: ids.audit,
    at: now,
    actorId: actor.id,
    action: 'portrayals.record',
    targetType: 'post',
    targetId: postId,
    before: null,
    after: { uses, way, givenOn, linked: subjectId !== null },
    reason: null,
    requestId,
  });
}

/** The consent of an article as this person sees it; undefined where there is none. */
export async function consentTo(
  db: Database,
  read: Reader,
  post: Standing & { id: string },
  actor: Actor | null,
): Promise<Portrayal | undefined> {
  const consent = await findConsentOf(db, read, post.id);
  return consent && viewPortrayal(consent, post, actor);
}

/** Those of these articles whose person has not agreed to this use: a digest, a poster or a card leaves them out. */
export async function notAgreedTo(
  db: Database,
  read: Reader,
  postIds: readonly string[],
  use: ConsentUse,
): Promise<string[]> {
  const consents = await listConsentsOf(db, read, postIds);
  return postIds.filter((id) => {
    const consent = consents.get(id);
    return consent !== undefined && !(isGiven(consent) && consent.uses.includes(use));
  });
}
