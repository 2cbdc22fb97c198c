import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { MuteAction } from '@qihang/shared/moderation/vocabulary';
import {
  type AnswerAction,
  askerAlias,
  type ThreadAction,
  type ThreadCloser,
  type ThreadState,
  unseenAlias,
  voiceAlias,
} from '@qihang/shared/threads/vocabulary';
import { type Actor, canModerate, hasRoleOn, isMuted, isMutedFor, rankOn } from '../../actor/rules';
import { barOf, canSeePiece, isPublished, moderationAction, type Standing } from '../../content/rules';
import { canActOn, type ThreadPlayer, threadState } from './state-rules';

export interface ThreadStanding {
  board: string;
  askerId: string;
  alias: string | null;
  authorRank: number;
  state: ThreadState;
  closedBy: ThreadCloser | null;
  unsolvedAt: Date | null;
  life: ContentState;
  lifeRank: number | null;
}

export interface AnswerStanding {
  authorId: string;
  anonymous: boolean;
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
export const answerAsPiece = <A extends AnswerStanding>(
  thread: Pick<ThreadStanding, 'board'>,
  answer: A,
): A & Standing => ({
  ...answer,
  board: thread.board,
});

export const canSeeThread = (actor: Actor | null, thread: ThreadStanding): boolean =>
  canSeePiece(actor, asPiece(thread));

export const canSeeAnswer = (actor: Actor | null, thread: ThreadStanding, answer: AnswerStanding): boolean =>
  canSeePiece(actor, answerAsPiece(thread, answer));

/** An anonymous asker stays one in the answers, too; others choose for each answer. */
export const isAnonymous = (
  thread: { alias: string | null; askerId: string },
  answer: { authorId: string; anonymous: boolean },
): boolean => (answer.authorId === thread.askerId ? thread.alias !== null : answer.anonymous);

/**
 * The alias of anonymous words in a thread.
 * @param voice the number of the voice in the thread; null before readers have met it
 */
export const aliasOf = (
  thread: { alias: string | null; askerId: string },
  authorId: string,
  voice: number | null,
): string => {
  if (authorId === thread.askerId) return thread.alias ?? askerAlias;
  return voice === null ? unseenAlias : voiceAlias(voice);
};

/** How words are spoken: an anonymous voice has no rank and is never official, which would tell who it is. */
export function voiceOf(
  actor: Actor,
  board: string,
  { anonymous, official = true }: { anonymous: boolean; official?: boolean | undefined },
): { authorRank: number; official: boolean } {
  if (anonymous) return { authorRank: 0, official: false };
  return {
    authorRank: rankOn(actor, board),
    official: official && hasRoleOn(actor, ['teacher', 'admin'], board),
  };
}

/** Verified people may answer; the platform's rules bar unverified people from speaking in public. */
export const canAnswerThread = (actor: Actor | null, thread: ThreadStanding): boolean =>
  actor?.verified === true && !isMuted(actor) && isPublished(thread) && thread.state !== 'closed';

/** In which part an actor acts on a question. Moderators of higher-ranking askers are nobody special. */
export function playerOf(actor: Actor | null, thread: ThreadStanding): ThreadPlayer {
  if (actor?.id === thread.askerId) return 'asker';
  return barOf('hide', actor, asPiece(thread)) === undefined ? 'moderator' : 'other';
}

/** The asker alone decides what helped, once, and never by words of the own. */
export const canAcceptAnswer = (
  actor: Actor | null,
  thread: ThreadStanding,
  answer: AnswerStanding,
): boolean =>
  isPublished(thread) &&
  isPublished(answer) &&
  answer.authorId !== thread.askerId &&
  canActOn('accept', thread, playerOf(actor, thread));

/** Authors change their own words, and moderators those of others under the rule of every edit. */
export const canEditWords = (actor: Actor | null, piece: Standing, anonymous: boolean): boolean =>
  actor !== null &&
  (actor.id === piece.authorId
    ? !isMutedFor(actor, anonymous)
    : !isMuted(actor) && barOf('edit', actor, piece) === undefined);

/** What was said before is for the author and for those who keep the board clean. */
export const canReadHistory = (actor: Actor | null, piece: Pick<Standing, 'authorId' | 'board'>): boolean =>
  actor !== null && (actor.id === piece.authorId || canModerate(actor, piece.board));

/** An admin may ask who wrote what is anonymous, with a reason; its author knows anyhow. */
const canReveal = (
  actor: Actor | null,
  piece: Pick<Standing, 'authorId' | 'board'>,
  anonymous: boolean,
): boolean => anonymous && hasRoleOn(actor, ['admin'], piece.board) && actor?.id !== piece.authorId;

/** Offered without looking at who the author is, which the offer must not reveal. */
function muteActionsFor(actor: Actor | null, board: string, authorId: string): MuteAction[] {
  if (actor?.id === authorId || !canModerate(actor, board)) return [];
  return hasRoleOn(actor, ['teacher', 'admin'], board) ? ['mute', 'mute-long'] : ['mute'];
}

const when = <W>(holds: boolean, word: W): W[] => (holds ? [word] : []);

export function threadActionsFor(
  actor: Actor | null,
  thread: ThreadStanding,
  { following }: { following: boolean },
): ThreadAction[] {
  const piece = asPiece(thread);
  const player = playerOf(actor, thread);
  const shown = isPublished(thread);
  const unverified = actor !== null && !actor.verified;
  const moderation = moderationAction(actor, piece);
  const course = (['accept', 'unsolved', 'reopen', 'close'] as const).filter(
    (act) => shown && canActOn(act, thread, player),
  );
  return [
    ...when(canAnswerThread(actor, thread), 'answer' as const),
    ...when(unverified && canAnswerThread({ ...actor, verified: true }, thread), 'verify' as const),
    ...course,
    ...when(canEditWords(actor, piece, thread.alias !== null), 'edit' as const),
    ...when(canReadHistory(actor, piece), 'history' as const),
    ...when(
      actor !== null && shown && player !== 'asker',
      following ? ('unfollow' as const) : ('follow' as const),
    ),
    ...(moderation ? [moderation] : []),
    ...when(canReveal(actor, piece, thread.alias !== null), 'reveal' as const),
    ...muteActionsFor(actor, thread.board, thread.askerId),
  ];
}

export function answerActionsFor(
  actor: Actor | null,
  thread: ThreadStanding,
  answer: AnswerStanding,
): AnswerAction[] {
  const piece = answerAsPiece(thread, answer);
  const own = actor?.id === answer.authorId;
  const moderation = moderationAction(actor, piece);
  return [
    ...when(canAcceptAnswer(actor, thread, answer), 'accept' as const),
    ...when(canEditWords(actor, piece, isAnonymous(thread, answer)), 'edit' as const),
    ...when(canReadHistory(actor, piece), 'history' as const),
    ...when(actor !== null && !own && isPublished(answer) && isPublished(thread), 'useful' as const),
    ...(moderation ? [moderation] : []),
    ...when(canReveal(actor, piece, isAnonymous(thread, answer)), 'reveal' as const),
    // The office's own answers are signed; the rank of everybody else is not shown, so the act itself refuses.
    ...(answer.official ? [] : muteActionsFor(actor, thread.board, answer.authorId)),
  ];
}

export interface AnswerFact {
  id: string;
  authorId: string;
  answeredAt: Date;
  /** Null for what is older than this column. */
  appearedAt: Date | null;
  life: ContentState;
}

/** What the facts of a thread follow from besides its answers. */
export interface Asked {
  askerId: string;
  acceptedAnswerId: string | null;
  life: ContentState;
  closedBy: ThreadCloser | null;
  unsolvedAt: Date | null;
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
  { askerId, acceptedAnswerId, life, closedBy, unsolvedAt }: Asked,
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
    state: threadState({
      life,
      closedBy,
      unsolvedAt,
      accepted: accepted !== undefined,
      helped: helping.map(({ appearedAt, answeredAt }) => appearedAt ?? answeredAt),
    }),
  };
}
