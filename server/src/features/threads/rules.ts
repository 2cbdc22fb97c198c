import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { MuteAction } from '@qihang/shared/moderation/vocabulary';
import type { AnswerAction, ThreadAction, ThreadState } from '@qihang/shared/threads/vocabulary';
import { type Actor, canModerate, hasRoleOn, isMuted, rankOn } from '../../actor/rules';
import { canSeePiece, isPublished, moderationAction, type Standing } from '../../content/rules';

export interface ThreadStanding {
  board: string;
  askerId: string;
  authorRank: number;
  state: ThreadState;
  life: ContentState;
  lifeRank: number | null;
}

export interface AnswerStanding {
  authorId: string;
  authorRank: number;
  official: boolean;
  life: ContentState;
  lifeRank: number | null;
}

/** A question as content. */
export const asPiece = <T extends ThreadStanding>(thread: T): T & Standing => ({
  ...thread,
  authorId: thread.askerId,
});

/** An answer as content: it is moderated on the board of its question. */
export const answerAsPiece = <A extends AnswerStanding>(thread: ThreadStanding, answer: A): A & Standing => ({
  ...answer,
  board: thread.board,
});

export const canSeeThread = (actor: Actor | null, thread: ThreadStanding): boolean =>
  canSeePiece(actor, asPiece(thread));

export const canSeeAnswer = (actor: Actor | null, thread: ThreadStanding, answer: AnswerStanding): boolean =>
  canSeePiece(actor, answerAsPiece(thread, answer));

/** Anonymous words in a thread are those of its anonymous asker, in answers too. */
export const isAnonymousIn = (thread: { alias: string | null; askerId: string }, authorId: string): boolean =>
  thread.alias !== null && authorId === thread.askerId;

/** How words are spoken: an anonymous voice has no rank and is never official, which would tell who it is. */
export function voiceOf(
  actor: Actor,
  board: string,
  anonymous: boolean,
): { authorRank: number; official: boolean } {
  if (anonymous) return { authorRank: 0, official: false };
  return { authorRank: rankOn(actor, board), official: hasRoleOn(actor, ['teacher', 'admin'], board) };
}

/** Verified people may answer; the platform's rules bar unverified people from speaking in public. */
export const canAnswerThread = (actor: Actor | null, thread: ThreadStanding): boolean =>
  actor?.verified === true && !isMuted(actor) && isPublished(thread);

/** The asker alone decides what helped, once. */
export const canAcceptAnswer = (
  actor: Actor | null,
  thread: ThreadStanding,
  answer: AnswerStanding,
): boolean =>
  actor?.id === thread.askerId &&
  thread.state !== 'solved' &&
  isPublished(thread) &&
  isPublished(answer) &&
  answer.authorId !== thread.askerId;

/** Offered without looking at who the author is, which the offer must not reveal. */
function muteActionsFor(actor: Actor | null, { board }: ThreadStanding, authorId: string): MuteAction[] {
  if (actor?.id === authorId || !canModerate(actor, board)) return [];
  return hasRoleOn(actor, ['teacher', 'admin'], board) ? ['mute', 'mute-long'] : ['mute'];
}

export function threadActionsFor(actor: Actor | null, thread: ThreadStanding): ThreadAction[] {
  const can: ThreadAction[] = [];
  if (canAnswerThread(actor, thread)) can.push('answer');
  if (actor && !actor.verified && canAnswerThread({ ...actor, verified: true }, thread)) can.push('verify');
  if (actor?.id === thread.askerId && thread.state === 'answered' && isPublished(thread)) can.push('accept');
  const moderation = moderationAction(actor, asPiece(thread));
  if (moderation) can.push(moderation);
  return [...can, ...muteActionsFor(actor, thread, thread.askerId)];
}

export function answerActionsFor(
  actor: Actor | null,
  thread: ThreadStanding,
  answer: AnswerStanding,
): AnswerAction[] {
  const can: AnswerAction[] = [];
  if (canAcceptAnswer(actor, thread, answer)) can.push('accept');
  const moderation = moderationAction(actor, answerAsPiece(thread, answer));
  if (moderation) can.push(moderation);
  // The office's own answers are signed; the rank of everybody else is not shown, so the act itself refuses.
  return answer.official ? can : [...can, ...muteActionsFor(actor, thread, answer.authorId)];
}

export interface DutyCandidate {
  id: string;
  openThreads: number;
}

/** The lead with the fewest unanswered questions takes the next one; null where there is no lead. */
export function chooseOnDuty(candidates: readonly DutyCandidate[]): string | null {
  const [first] = [...candidates].sort((a, b) => a.openThreads - b.openThreads || (a.id < b.id ? -1 : 1));
  return first?.id ?? null;
}

export interface AnswerFact {
  id: string;
  authorId: string;
  answeredAt: Date;
  life: ContentState;
}

export interface ThreadFacts {
  answerCount: number;
  firstAnsweredAt: Date | null;
  topAnswerId: string | null;
  acceptedAnswerId: string | null;
  state: ThreadState;
}

/**
 * What a thread shows follows from its answers, in order of time: those that readers do not see do not count, and what the asker adds to the
 * own question is no answer to it.
 */
export function threadFacts(
  askerId: string,
  acceptedAnswerId: string | null,
  answers: readonly AnswerFact[],
): ThreadFacts {
  const seen = answers.filter(isPublished);
  const helping = seen.filter(({ authorId }) => authorId !== askerId);
  const accepted = helping.find(({ id }) => id === acceptedAnswerId);
  const first = helping[0];
  return {
    answerCount: seen.length,
    firstAnsweredAt: first?.answeredAt ?? null,
    topAnswerId: (accepted ?? first)?.id ?? null,
    acceptedAnswerId: accepted?.id ?? null,
    state: accepted ? 'solved' : first ? 'answered' : 'open',
  };
}
