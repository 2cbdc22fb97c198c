import type { threadsContract } from '@qihang/shared/threads/contract';
import { dayMs } from '@qihang/shared/time/shanghai';
import { forbidden, refuseMuted } from '../../actor/refusals';
import type { Actor } from '../../actor/rules';
import { pieceAdded } from '../../content/moved';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Database, Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { canPostOn } from '../boards/public';
import { getBoardOfKind, getEnabledBoard } from '../boards/public-store';
import { bylines } from '../users/public';
import { leadsOf } from '../users/public-store';
import { drawAlias } from './alias';
import type { NewThreadRow } from './row';
import {
  canAcceptAnswer,
  canAnswerThread,
  canSeeAnswer,
  canSeeThread,
  chooseOnDuty,
  isAnonymousIn,
  voiceOf,
} from './rules';
import {
  acceptAnswer,
  countDuties,
  findAnswer,
  findThread,
  insertAnswer,
  insertThread,
  listAnswers,
  listThreads,
  type ThreadListRow,
} from './store';
import { viewThread, viewThreadSummary } from './view';

type C = typeof threadsContract;

/** An answer is promised within a day. */
const answerMs = dayMs;
const similarCount = 5;

/**
 * The board that is asked on; without a slug the first question board.
 * @throws AppError `resource.not-found` unless it is on; `board.wrong-kind`
 */
async function threadBoard(db: Database, read: Reader, slug: string | undefined) {
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
  const ids = rows.flatMap(({ thread, topAuthorId }) => [
    thread.askerId,
    ...(topAuthorId ? [topAuthorId] : []),
  ]);
  const names = await bylines(db, ids, now);
  return rows.map((row) => viewThreadSummary(row, names, actor));
}

export async function showThreads(context: Context, { query, actor, now }: Call<C['list']>) {
  const { db } = context;
  const { cursor, limit, sort, mine, ...filter } = query;
  if (mine && !actor) throw new AppError('session.required');
  await threadBoard(db, db.read, filter.board);
  const after = cursor === undefined ? undefined : decodeCursor(sort, cursor);
  const askerId = mine ? actor?.id : undefined;
  const found = await listThreads(db, { ...filter, askerId }, sort, after, limit + 1);
  const { rows, nextCursor } = pageFrom(found, limit, sort, ({ thread }) => ({
    at: sort === 'newest' ? thread.askedAt : thread.activeAt,
    id: thread.id,
  }));
  return { items: await viewSummaries(context, rows, actor, now), nextCursor };
}

export async function showSimilar(context: Context, { query, actor, now }: Call<C['similar']>) {
  const { db } = context;
  await threadBoard(db, db.read, query.board);
  const found = await findSimilar(context, query.title, query.board);
  return { items: await viewSummaries(context, found, actor, now) };
}

// Questions that share the most word pairs with the title: whole titles seldom match, their words do.
async function findSimilar(
  { db }: Context,
  title: string,
  board: string | undefined,
): Promise<ThreadListRow[]> {
  const words = title.match(/[\u3400-\u9fff]{2}|[a-z0-9+#.]{2,}/gi)?.slice(0, 12) ?? [];
  const hits = new Map<string, { row: ThreadListRow; score: number }>();
  for (const q of new Set(words)) {
    for (const row of await listThreads(db, { q, board }, 'newest', undefined, 20)) {
      const known = hits.get(row.thread.id);
      hits.set(row.thread.id, { row, score: (known?.score ?? 0) + (row.thread.title.includes(q) ? 2 : 1) });
    }
  }
  return [...hits.values()]
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, similarCount)
    .map(({ row }) => row);
}

/** @throws AppError `resource.not-found` also for a thread that the actor may not know of, or whose board is off */
async function getVisibleThread(
  { db }: Context,
  read: Reader,
  actor: Actor | null,
  id: string,
): Promise<ThreadListRow> {
  const row = await findThread(db, read, id);
  if (!row?.boardEnabled || !canSeeThread(actor, row.thread)) throw new AppError('resource.not-found');
  return row;
}

export async function showThread(context: Context, actor: Actor | null, id: string, now: Date) {
  const { db } = context;
  const row = await getVisibleThread(context, db.read, actor, id);
  const answers = await listAnswers(db, db.read, id);
  const names = await bylines(db, [row.thread.askerId, ...answers.map(({ authorId }) => authorId)], now);
  return viewThread(row, answers, names, actor);
}

export async function askThread(context: Context, { body, actor, now }: Call<C['ask']>) {
  const { db, ids } = context;
  const { anonymous, board: slug, ...words } = body;
  const board = await threadBoard(db, db.read, slug);
  if (!actor.verified) throw new AppError('verification.required');
  if (!canPostOn(actor, board)) throw forbidden(actor, board.postRoles, board.slug);
  const draft: Omit<NewThreadRow, 'onDutyId'> = {
    id: ids.next(now),
    board: board.slug,
    askerId: actor.id,
    ...words,
    alias: anonymous ? drawAlias() : null,
    state: 'open',
    askedAt: now,
    activeAt: now,
    dueAt: new Date(now.getTime() + answerMs),
    firstAnsweredAt: null,
    acceptedAnswerId: null,
    topAnswerId: null,
    answerCount: 0,
    life: 'published',
    lifeReason: null,
    lifeRank: null,
    authorRank: voiceOf(actor, board.slug, anonymous).authorRank,
  };
  await db.write(async (tx) => {
    const leads = (await leadsOf(db, tx, board.slug, now)).filter((id) => id !== actor.id);
    const onDutyId = chooseOnDuty(await countDuties(db, tx, leads));
    await insertThread(db, tx, { ...draft, onDutyId });
    await pieceAdded(context, tx, 'thread', { ...draft, authorId: actor.id }, now);
  });
  return showThread(context, actor, draft.id, now);
}

export async function answerThread(context: Context, { params, body, actor, now }: Call<C['answer']>) {
  const { db, ids } = context;
  const id = ids.next(now);
  await db.write(async (tx) => {
    const { thread } = await getVisibleThread(context, tx, actor, params.id);
    refuseMuted(actor);
    if (!actor.verified) throw new AppError('verification.required');
    if (!canAnswerThread(actor, thread)) throw new AppError('action.forbidden');
    await insertAnswer(db, tx, {
      id,
      threadId: thread.id,
      authorId: actor.id,
      body: body.body,
      ...voiceOf(actor, thread.board, isAnonymousIn(thread, actor.id)),
      answeredAt: now,
      life: 'published',
      lifeReason: null,
      lifeRank: null,
    });
    const answer = { id, board: thread.board, authorId: actor.id, life: 'published' } as const;
    await pieceAdded(context, tx, 'answer', answer, now);
  });
  return showThread(context, actor, params.id, now);
}

export async function acceptThreadAnswer(context: Context, { params, body, actor, now }: Call<C['accept']>) {
  const { db } = context;
  await db.write(async (tx) => {
    const { thread } = await getVisibleThread(context, tx, actor, params.id);
    const answer = await findAnswer(db, tx, body.answerId);
    if (!answer || answer.threadId !== thread.id || !canSeeAnswer(actor, thread, answer)) {
      throw new AppError('resource.not-found');
    }
    if (actor.id === thread.askerId && thread.state === 'solved') throw new AppError('thread.already-solved');
    if (!canAcceptAnswer(actor, thread, answer)) throw new AppError('action.forbidden');
    await acceptAnswer(db, tx, thread.id, answer.id);
  });
  return showThread(context, actor, params.id, now);
}
