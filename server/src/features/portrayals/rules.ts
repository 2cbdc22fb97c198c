import type { FieldError } from '@qihang/shared/contract/errors';
import type { ConsentState, ConsentWay } from '@qihang/shared/portrayals/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { type Actor, canModerate } from '../../actor/rules';
import type { Standing } from '../../content/rules';

interface Consent {
  subjectId: string | null;
  givenOn: string | null;
  withdrawnAt: Date | null;
}

export const stateOf = ({ givenOn, withdrawnAt }: Pick<Consent, 'givenOn' | 'withdrawnAt'>): ConsentState =>
  withdrawnAt ? 'withdrawn' : givenOn ? 'given' : 'asked';

/** An article may be shown while its latest consent is given. */
export const isGiven = (consent: Consent | undefined): boolean =>
  consent !== undefined && stateOf(consent) === 'given';

interface Draft {
  studentNo: string | null;
  uses: readonly string[];
  way: ConsentWay;
  givenOn: string | null;
}

/** What is wrong with a consent that is recorded on `today`, by field. */
export function consentProblems({ studentNo, uses, way, givenOn }: Draft, today: string): FieldError[] {
  const problems: FieldError[] = [];
  if (!uses.includes('site'))
    problems.push({ path: 'consent.uses', message: '至少要同意站内展示，否则不能发布' });
  if (way === 'paper' && givenOn === null)
    problems.push({ path: 'consent.givenOn', message: '填同意书上签字的日期' });
  if (way === 'paper' && givenOn !== null && givenOn > today)
    problems.push({ path: 'consent.givenOn', message: '签字的日期还没有到' });
  if (way === 'in-app' && studentNo === null)
    problems.push({ path: 'consent.studentNo', message: '填本人学号，才能请本人在启航里同意' });
  return problems;
}

const isSubject = (actor: Actor | null, { subjectId }: Pick<Consent, 'subjectId'>): boolean =>
  actor !== null && subjectId === actor.id;

/** The author, the moderators of the board, and the person the article is about. */
export const canSeeConsent = (actor: Actor | null, post: Standing, consent: Consent): boolean =>
  actor !== null &&
  (actor.id === post.authorId || canModerate(actor, post.board) || isSubject(actor, consent));

/**
 * Consent is the person's own to give; to withdraw it, the person taps, or says so to anybody who keeps the board clean: that
 * must be as easy as giving it, so neither ranks nor mutes stand in the way.
 */
export function consentActionsFor(
  actor: Actor | null,
  post: Standing,
  consent: Consent,
): ('agree' | 'withdraw')[] {
  const state = stateOf(consent);
  if (state === 'withdrawn' || !canSeeConsent(actor, post, consent)) return [];
  return state === 'asked' && isSubject(actor, consent) ? ['agree', 'withdraw'] : ['withdraw'];
}

const withdrawnKeptDays = 365;

/** What was withdrawn before this instant is deleted: until then it shows that the article was shown with consent. */
export const oldestWithdrawn = (now: Date): Date => new Date(now.getTime() - withdrawnKeptDays * dayMs);
