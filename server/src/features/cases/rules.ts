import {
  type CaseAction,
  type CaseKind,
  type CaseState,
  type CaseWord,
  caseActions,
  caseLimits,
} from '@qihang/shared/cases/vocabulary';
import type { ContentState, ContentType, ReviewPolicy } from '@qihang/shared/content/vocabulary';
import { type Actor, canModerate, hasRoleOn, isMuted, rankOn } from '../../actor/rules';
import { teacherRoles } from '../../content/rules';

/** What the rules must know of a case. */
export interface CaseStanding {
  kind: CaseKind;
  type: ContentType;
  state: CaseState;
  board: string;
  authorId: string;
  leastRank: number;
  care: boolean;
  forTeachers: boolean;
  claimedById: string | null;
  claimedUntil: Date | null;
  decidedById: string | null;
  endedAt: Date | null;
  leftLife: ContentState | null;
  leftVersion: number | null;
}

/** What else a rule asks for. */
export interface CaseAround {
  now: Date;
  /** The policy of the board. */
  review: ReviewPolicy;
  /** The actor decided against the piece before, and so decides no appeal about it. */
  decidedBefore: boolean;
}

/** How a case of each kind can be decided. */
export const actionsOf: Readonly<Record<CaseKind, readonly CaseAction[]>> = {
  review: ['approve', 'return'],
  report: ['hide', 'dismiss', 'recheck'],
  appeal: ['approve', 'dismiss'],
};

/** What is done with a case, and the states in which it is. */
export const caseActs = {
  claim: ['open'],
  release: ['open'],
  decide: ['open'],
  undo: ['decided'],
} as const satisfies Record<string, readonly CaseState[]>;
export type CaseAct = keyof typeof caseActs;

const minuteMs = 60_000;
export const claimEnd = (now: Date): Date => new Date(now.getTime() + caseLimits.claimMinutes * minuteMs);

/** Only teachers and admins decide it. */
export const needsTeacher = (
  { kind, care, forTeachers }: Pick<CaseStanding, 'kind' | 'care' | 'forTeachers'>,
  review: ReviewPolicy,
): boolean => care || forTeachers || (kind === 'review' && review === 'teacher');

/**
 * Whether a case is one of the actor's: on a board that the actor keeps clean, of no author of higher rank, never about the actor's
 * own, and no appeal against what the actor decided, or a higher rank did. Nobody else learns of it.
 */
export function canSeeCase(actor: Actor | null, one: CaseStanding, { review, decidedBefore }: CaseAround) {
  if (actor === null || !canModerate(actor, one.board) || actor.id === one.authorId) return false;
  if (rankOn(actor, one.board) < one.leastRank) return false;
  if (needsTeacher(one, review) && !hasRoleOn(actor, teacherRoles, one.board)) return false;
  return one.kind !== 'appeal' || !decidedBefore;
}

/** Who claims it now; null where nobody does, or no longer. */
export const claimer = (
  { state, claimedById, claimedUntil }: Pick<CaseStanding, 'state' | 'claimedById' | 'claimedUntil'>,
  now: Date,
): string | null => (state === 'open' && claimedUntil !== null && claimedUntil > now ? claimedById : null);

/** The seconds for which the actor may take the decision back; 0 where that is over, or was another's. */
export function undoSeconds(actor: Actor, { decidedById, endedAt }: CaseStanding, now: Date): number {
  if (decidedById !== actor.id || endedAt === null) return 0;
  const left = caseLimits.undoSeconds * 1000 - (now.getTime() - endedAt.getTime());
  return Math.max(0, Math.ceil(left / 1000));
}

/** Why an act is refused: the person is muted, the state of the case is another, somebody else claims it, the time is over. */
export type CaseBar = 'muted' | 'state' | 'claimed' | 'late';

/**
 * What keeps a person who sees the case from an act. A person may decide without having claimed.
 * @returns undefined where nothing does
 */
export function caseBar(act: CaseAct, actor: Actor, one: CaseStanding, now: Date): CaseBar | undefined {
  const by = claimer(one, now);
  if (act === 'release') return by === actor.id ? undefined : 'state';
  if (isMuted(actor)) return 'muted';
  if (!caseActs[act].some((state) => state === one.state)) return 'state';
  if (act === 'undo') return undoSeconds(actor, one, now) > 0 ? undefined : 'late';
  return by !== null && by !== actor.id ? 'claimed' : undefined;
}

/** Whether a case of its kind is decided like this. */
export const isDecidedBy = (
  { kind, type }: Pick<CaseStanding, 'kind' | 'type'>,
  action: CaseAction,
): boolean => actionsOf[kind].includes(action) && (action !== 'recheck' || type === 'job');

/** The words of `viewer.can`, in the order they are offered. */
export function caseWordsFor(actor: Actor, one: CaseStanding, now: Date): CaseWord[] {
  const may = (act: CaseAct) => caseBar(act, actor, one, now) === undefined;
  return [
    ...(may('claim') ? (['claim'] as const) : []),
    ...(may('release') ? (['release'] as const) : []),
    ...(may('decide') ? caseActions.filter((action) => isDecidedBy(one, action)) : []),
    ...(may('undo') ? (['undo'] as const) : []),
  ];
}

/** A decision against a piece. */
interface Against {
  action: CaseAction | null;
  decidedById: string | null;
  leftLife: ContentState | null;
  /** Whether an appeal against it was made, whatever became of it. */
  appealed: boolean;
}

interface Decided {
  life: ContentState;
  /** The rank of who made the last move; null for the clock. */
  lifeRank: number | null;
}

/** Whether the piece still is as this decision left it: taken from its readers or its review, and by a person. */
export const isInForce = ({ life, lifeRank }: Decided, { action, leftLife, decidedById }: Against): boolean =>
  (life === 'returned' || life === 'hidden') &&
  lifeRank !== null &&
  decidedById !== null &&
  leftLife === life &&
  action === (life === 'returned' ? 'return' : 'hide');

/** Its author alone appeals, once a decision, as long as it is in force. A muted author may: the decision is about the author's words. */
export const canAppeal = (
  actor: Pick<Actor, 'id'> | null,
  piece: Decided & { authorId: string },
  against: Against,
): boolean => actor?.id === piece.authorId && isInForce(piece, against) && !against.appealed;
