import type { CareContact } from '@qihang/shared/care/contract';
import type { threadsContract } from '@qihang/shared/threads/contract';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import type { Actor } from '../../actor/rules';
import { saidAt } from '../../content/said-at';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Database, Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { getBoardOfKind, getEnabledBoard } from '../boards/public-store';
import { viewDecisions } from '../cases/public';
import { bylines } from '../users/public';
import { dutiesOf } from './clock';
import { followedAmong, voicesIn, votedAmong } from './marks-store';
import type { AnswerRow } from './row';
import { answerAsPiece, asPiece, canSeeAnswer, canSeeThread, isAnonymous } from './rules';
import { listSimilar } from './similar-store';
import { findAnswer, findThread, listAnswers, listThreads, type ThreadListRow } from './store';
import { countTab } from './tab-counts-store';
import { viewThread, viewThreadSummary } from './view';

type C = typeof threadsContract;

/**
 * The board that is asked on; without a slug the first question board.
 * @throws AppError `resource.not-found` unless it is on; `board.wrong-kind`
 */
export async function threadBoard(db: Database, read: Reader, slug: string | undefined) {
  if (slug === undefined) return getBoardOfKind(db, read, 'thread');
  const board = await getEnabledBoard(db, read, slug);
  if (board.kind !== 'thread') throw new AppError('board.wrong-kind');
  return board;
}

async function viewSummaries(
  { db }: Context,
  rows: readonly ThreadListRow[],
  actor: Actor | null,
  now: Date,
) {
  const people = rows.flatMap(({ thread, topAuthorId }) => [
    thread.askerId,
    ...(topAuthorId ? [topAuthorId] : []),
  ]);
  const ids = rows.map(({ thread }) => thread.id);
  const [names, followed] = await Promise.all([
    bylines(db, people, now),
    followedAmong(db, db.read, actor?.id, ids),
  ]);
  return rows.map((row) =>
    viewThreadSummary(row, { names, actor, now, following: followed.has(row.thread.id) }),
  );
}

export async function showThreads(context: Context, { query, actor, now }: Call<C['list']>) {
  const { db } = context;
  const { cursor, limit, sort, mine, tab, ...filter } = query;
  if (!actor && (mine || tab === 'mine' || tab === 'following')) throw new AppError('session.required');
  await threadBoard(db, db.read, filter.board);
  const after = cursor === undefined ? undefined : decodeCursor(sort, cursor);
  const askerId = mine ? actor?.id : undefined;
  const found = await listThreads(
    db,
    { ...filter, askerId, tab, actorId: actor?.id },
    sort,
    after,
    limit + 1,
  );
  // A cursor names the place of a row, whose time is no finer than its words tell.
  const { rows, nextCursor } = pageFrom(found, limit, sort, ({ thread }) => ({
    at: sort === 'newest' ? thread.askedAt : thread.activeAt,
    id: thread.id,
  }));
  return { items: await viewSummaries(context, rows, actor, now), nextCursor };
}

export async function showCounts({ db }: Context, { query, actor }: Call<C['counts']>) {
  await threadBoard(db, db.read, query.board);
  const counting = { ...query, actorId: actor?.id };
  const own = (tab: 'mine' | 'following') => (actor ? countTab(db, tab, counting) : null);
  const [answered, waiting, mine, following] = await Promise.all([
    countTab(db, 'answered', counting),
    countTab(db, 'waiting', counting),
    own('mine'),
    own('following'),
  ]);
  return { answered, waiting, mine, following };
}

export async function showSimilar(context: Context, { query, actor, now }: Call<C['similar']>) {
  const { db } = context;
  await threadBoard(db, db.read, query.board);
  const found = await listSimilar(db, query.title, query.board, threadLimits.similar);
  return { items: await viewSummaries(context, found, actor, now) };
}

/** @throws AppError `resource.not-found` also for a thread that the actor may not know of, or whose board is off */
export async function getVisibleThread(
  { db }: Context,
  read: Reader,
  actor: Actor | null,
  id: string,
): Promise<ThreadListRow> {
  const row = await findThread(db, read, id);
  if (!row?.boardEnabled || !canSeeThread(actor, row.thread)) throw new AppError('resource.not-found');
  return row;
}

/** @throws AppError `resource.not-found` also for an answer that the actor may not know of */
export async function getVisibleAnswer(
  context: Context,
  read: Reader,
  actor: Actor | null,
  id: string,
): Promise<ThreadListRow & { answer: AnswerRow }> {
  const answer = await findAnswer(context.db, read, id);
  if (!answer) throw new AppError('resource.not-found');
  const row = await getVisibleThread(context, read, actor, answer.threadId);
  if (!canSeeAnswer(actor, row.thread, answer)) throw new AppError('resource.not-found');
  return { ...row, answer };
}

/** @param care whom its author may turn to, with what the author has just written */
export async function showThread(
  context: Context,
  actor: Actor | null,
  id: string,
  now: Date,
  care: CareContact | null = null,
) {
  const { db } = context;
  const row = await getVisibleThread(context, db.read, actor, id);
  const { thread } = row;
  const answers = (await listAnswers(db, db.read, id)).filter((one) => canSeeAnswer(actor, thread, one));
  const { review } = row;
  const asked = { ...asPiece(thread), review, anonymous: thread.alias !== null };
  const said = answers.map((one) => ({
    ...answerAsPiece(thread, one),
    review,
    anonymous: isAnonymous(thread, one),
  }));
  const [names, voices, ofThread, ofAnswers, duties, followed, voted, into] = await Promise.all([
    bylines(db, [thread.askerId, ...answers.map(({ authorId }) => authorId)], now),
    voicesIn(db, db.read, id),
    viewDecisions(context, actor, 'thread', [asked], now),
    viewDecisions(context, actor, 'answer', said, now),
    dutiesOf(context, db.read, [thread], now),
    followedAmong(db, db.read, actor?.id, [id]),
    votedAmong(
      db,
      db.read,
      actor?.id,
      answers.map((answer) => answer.id),
    ),
    thread.mergedIntoId === null ? undefined : findThread(db, db.read, thread.mergedIntoId),
  ]);
  const mergedInto = into?.boardEnabled && canSeeThread(actor, into.thread) ? into.thread : null;
  const view = viewThread(row, answers, {
    names,
    voices,
    voted,
    actor,
    now,
    mergedInto,
    decisions: new Map([...ofThread, ...ofAnswers]),
    duty: duties.get(id) ?? null,
    following: followed.has(id),
  });
  return { ...view, care };
}

/** The time that words of an actor bear, and the id that is made of it. */
export const spokenAt = (context: Context, anonymous: boolean, now: Date) => {
  const at = saidAt(now, anonymous);
  return { at, id: context.ids.next(at) };
};
