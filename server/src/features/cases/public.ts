import { type Decisions, undecided } from '@qihang/shared/content/decisions';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Actor } from '../../actor/rules';
import { setLife } from '../../content/moved';
import type { Piece, PieceRef } from '../../content/piece';
import { audienceOf, canMove, moves } from '../../content/rules';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { medianMinutes } from '../boards/rules';
import { bylines } from '../users/public';
import { announce, closeCase, type Decider, type Decision, decide } from './deciding';
import { type DecidedPiece, viewDecision } from './decision-view';
import type { MachineVerdict, ReportsSummary } from './facts';
import { open, openReview } from './open';
import { scopesOf } from './queue';
import { countIn, longestIn } from './queue-store';
import { needsTeacher } from './rules';
import { type CaseRow, findOpenCase, listAgainst, listAppeals, reviewTimes, updateCase } from './store';
import { refuseClaimed } from './visible';

export interface NewCase {
  type: ContentType;
  id: string;
  at: Date;
  /** What people say who report it: of all of them, so that a repeat takes the place of what was said before. */
  reports?: ReportsSummary;
  /** What the machine says that reports it. */
  verdict?: MachineVerdict;
  urgent?: boolean;
  /** Teachers and admins alone decide it: a person who reported it asks for that. */
  forTeachers?: boolean;
  /** Take the piece from readers until somebody has looked at it. */
  hold?: boolean;
}

const heldWords = '有人举报，正在核实，暂时不公开';

/**
 * Opens the case of a report, or brings the one that is open up to date: a piece has one.
 * @returns its id
 * @throws AppError `resource.not-found`
 */
export async function openCase(context: Context, tx: Tx, given: NewCase): Promise<string> {
  const { db, registry } = context;
  const { type, id, at, urgent = false, forTeachers = false, hold = false } = given;
  const said = {
    ...(given.reports ? { reports: given.reports } : {}),
    ...(given.verdict ? { verdict: given.verdict } : {}),
  };
  const ref = { type, id };
  const piece = await registry.kinds[type].find(db, tx, id);
  if (!piece) throw new AppError('resource.not-found');
  const known = await findOpenCase(db, tx, 'report', ref);
  const holds = hold && canMove('hide', null, piece, piece.review);
  const one = known
    ? await updateCase(db, tx, known.id, {
        ...said,
        urgent: known.urgent || urgent,
        forTeachers: known.forTeachers || forTeachers,
        held: known.held || holds,
      })
    : await open(context, tx, 'report', ref, piece, at, { ...said, urgent, forTeachers, held: holds });
  if (holds) {
    const change = { life: moves.hide.to, lifeReason: heldWords, lifeRank: null };
    await setLife(context, tx, type, piece, change, { move: 'hide', actorId: null, at });
  }
  return one.id;
}

/**
 * Notes what the content check says of a piece in its open review: signs of despair are urgent, and a teacher's to look at, also
 * once they are edited out.
 * @returns false where the piece has none
 */
export async function noteVerdict(
  { db }: Context,
  tx: Tx,
  ref: PieceRef,
  verdict: MachineVerdict,
  care: boolean,
): Promise<boolean> {
  const one = await findOpenCase(db, tx, 'review', ref);
  if (!one) return false;
  await updateCase(db, tx, one.id, { verdict, care: one.care || care, urgent: one.urgent || care });
  return true;
}

const unreasoned = { reasons: [], marks: [] };

/** The open case that an act on a piece itself decides; opened for it where there is none. */
async function caseFor(
  context: Context,
  tx: Tx,
  kind: 'review' | 'report',
  type: ContentType,
  piece: Piece,
  now: Date,
): Promise<CaseRow> {
  const ref = { type, id: piece.id };
  const known = await findOpenCase(context.db, tx, kind, ref);
  if (known) return known;
  return kind === 'review'
    ? openReview(context, tx, ref, piece, now)
    : open(context, tx, 'report', ref, piece, now);
}

/**
 * Decides a review from the page of the piece.
 * @throws AppError as `decide` does; `case.claimed`
 */
export async function reviewPiece(
  context: Context,
  tx: Tx,
  type: ContentType,
  piece: Piece,
  { action, note, version }: { action: 'approve' | 'return'; note: string; version: number },
  by: Decider,
): Promise<void> {
  const one = await caseFor(context, tx, 'review', type, piece, by.now);
  await refuseClaimed(context, tx, by.actor, one, by.now);
  await decide({ context, tx, one, piece, decision: { ...unreasoned, action, note }, by }, version);
}

/**
 * Notes that a piece is taken from readers from its own page: that decides what was reported, and its author can appeal. Called
 * before the piece is moved. A claim of somebody else does not keep a person from it, who sees the harm now.
 */
export async function notePieceHidden(
  context: Context,
  tx: Tx,
  type: ContentType,
  piece: Piece,
  note: string,
  by: Decider,
): Promise<void> {
  const one = await caseFor(context, tx, 'report', type, piece, by.now);
  const decision: Decision = { ...unreasoned, action: 'hide', note };
  const deciding = { context, tx, one, piece, decision, by };
  await closeCase(deciding, moves.hide.to);
  await announce(deciding);
}

const medianDays = 30;

async function viewReview(
  { db }: Context,
  read: Reader,
  type: ContentType,
  piece: DecidedPiece,
  now: Date,
): Promise<Decisions['review']> {
  const one = await findOpenCase(db, read, 'review', { type, id: piece.id });
  const since = new Date(now.getTime() - medianDays * dayMs);
  const byTeacher = one ? needsTeacher(one, piece.review) : piece.review === 'teacher';
  return {
    submittedAt: (piece.submittedAt ?? one?.openedAt ?? now).toISOString(),
    by: byTeacher ? '老师' : '骨干或老师',
    usualMinutes: medianMinutes(await reviewTimes(db, read, piece.board, since)),
  };
}

/**
 * What pieces of one kind say of decisions on them, by id: to their authors and those who keep their boards clean; readers learn
 * nothing. Only the author is told of the review, and may appeal.
 */
export async function viewDecisions(
  context: Context,
  actor: Actor | null,
  type: ContentType,
  pieces: readonly DecidedPiece[],
  now: Date,
): Promise<Map<string, Decisions>> {
  const { db } = context;
  const { read } = db;
  const views = new Map<string, Decisions>(pieces.map(({ id }) => [id, undecided]));
  const told = pieces.filter((piece) => audienceOf(actor, piece) !== 'readers');
  const inReview = told.filter(({ life, authorId }) => life === 'in-review' && authorId === actor?.id);
  for (const piece of inReview)
    views.set(piece.id, { ...undecided, review: await viewReview(context, read, type, piece, now) });
  const against = told.filter(({ life }) => life === 'returned' || life === 'hidden');
  const decisions = await listAgainst(
    db,
    read,
    against.map(({ id }) => ({ type, id })),
  );
  const appeals = await listAppeals(
    db,
    read,
    decisions.map(({ id }) => id),
  );
  const people = [...decisions, ...appeals].flatMap(({ decidedById }) => decidedById ?? []);
  const names = await bylines(db, people, now);
  for (const piece of against) {
    const found = decisions.find(({ targetId }) => targetId === piece.id);
    const appeal = appeals.find(({ againstId }) => againstId === found?.id);
    const view = viewDecision(actor, piece, found, appeal, names);
    views.set(piece.id, { ...undecided, [piece.life === 'returned' ? 'returned' : 'takenDown']: view });
  }
  return views;
}

/** The same of one piece. */
export async function decisionsOn(
  context: Context,
  actor: Actor | null,
  type: ContentType,
  piece: DecidedPiece,
  now: Date,
): Promise<Decisions> {
  return (await viewDecisions(context, actor, type, [piece], now)).get(piece.id) ?? undecided;
}

/** How many reviews wait for a person, and when the one began that has waited longest; null where none does. */
export async function reviewsWaiting(
  context: Context,
  actor: Actor,
  now: Date,
): Promise<{ count: number; since: Date | null }> {
  const { db } = context;
  const filter = { scopes: await scopesOf(context, actor), actorId: actor.id, since: now };
  return {
    count: await countIn(db, db.read, 'pending', filter),
    since: await longestIn(db, db.read, 'pending', filter),
  };
}
