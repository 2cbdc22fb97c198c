import { isAppealable } from '@qihang/shared/content/decisions';
import type { PostUnfinished, postsContract } from '@qihang/shared/posts/contract';
import type { PostAction } from '@qihang/shared/posts/vocabulary';
import { forbidden } from '../../actor/refusals';
import type { Actor } from '../../actor/rules';
import { editMark } from '../../content/editing';
import { keepRewritten, pieceAdded } from '../../content/moved';
import { refuseChange } from '../../content/moving';
import { canSeePiece, firstState, isPublished, isUnfinished } from '../../content/rules';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { soundBlocks } from '../../markdown/stored';
import { changesOf, recordAct } from '../audit/public';
import { canPostOn, refuseMissingSource } from '../boards/public';
import { getBoardOfKind, getEnabledBoard } from '../boards/public-store';
import { decisionsOn } from '../cases/public';
import { mustReadsAmong } from '../must-read/public';
import { consentTo, refuseMissingConsent } from '../portrayals/public';
import { answerByEdit, feedbackOn } from '../post-feedback/public';
import { describeUploads } from '../uploads/public';
import { bylines } from '../users/public';
import { attach } from './attached';
import { changedParts, draftColumns, newPost, nothingTyped, typedIn, wordsIn } from './drafts';
import { madeFrom, refuseUnsourcedQuestions } from './made';
import type { NewPostRow, PostRow } from './row';
import { findPost, insertPost, listPinnedPosts, listPosts, updatePost } from './store';
import { refuseUnfit } from './unfit';
import { viewPost, viewSummary } from './view';
import { wordingOf } from './wording';

type C = typeof postsContract;

async function refuseHiddenBoard({ db }: Context, slug: string | undefined): Promise<void> {
  if (slug === undefined) await getBoardOfKind(db, db.read, 'article');
  else await getEnabledBoard(db, db.read, slug);
}

export async function showPosts(context: Context, { query, actor, now }: Call<C['list']>) {
  const { db } = context;
  const { cursor, limit, ...filter } = query;
  await refuseHiddenBoard(context, filter.board);
  const after = cursor === undefined ? undefined : decodeCursor('posts', cursor);
  const pinned = after ? [] : await listPinnedPosts(db, filter, now);
  const found = await listPosts(db, filter, after, limit + 1, now);
  const page = pageFrom(found, limit, 'posts', ({ publishedAt, id }) => ({ at: publishedAt, id }));
  const rows = [...pinned, ...page.rows];
  const authors = await bylines(
    db,
    rows.map(({ authorId }) => authorId),
    now,
  );
  const notices = await mustReadsAmong(db, rows, actor, now);
  return {
    items: rows.map((row) => ({
      ...viewSummary(row, authors.get(row.authorId), actor, now),
      mustRead: notices.get(row.id),
    })),
    nextCursor: page.nextCursor,
  };
}

/** @throws AppError `resource.not-found` also for an article that the actor may not know of, or whose board is off */
export async function getVisiblePost({ db }: Context, read: Reader, actor: Actor | null, id: string) {
  const row = await findPost(db, read, id);
  if (!row?.boardEnabled || !canSeePiece(actor, row)) throw new AppError('resource.not-found');
  const { boardEnabled: _, ...post } = row;
  return post;
}

const bringsBack = (word: PostAction): boolean => word === 'restore' || word === 'publish';

export async function showPost(context: Context, actor: Actor | null, id: string, now: Date) {
  const { db } = context;
  const row = await getVisiblePost(context, db.read, actor, id);
  const people = [row.authorId, row.editedById].filter((id) => id !== null);
  const [decisions, names, blocks, notices, feedback, portrayal] = await Promise.all([
    decisionsOn(context, actor, 'post', row, now),
    bylines(db, people, now),
    describeUploads(db, db.read, soundBlocks(row.blocks, row.markdown)),
    mustReadsAmong(db, [row], actor, now),
    feedbackOn(db, db.read, row, actor),
    consentTo(db, db.read, row, actor),
  ]);
  const seen = viewPost({ ...row, blocks }, names, decisions, actor, now);
  // What lost a consent comes back with a new one alone.
  const can = seen.viewer.can.filter((word) => !portrayal?.record?.withdrawnAt || !bringsBack(word));
  if (isAppealable(decisions)) can.push('appeal');
  return { ...seen, viewer: { can }, mustRead: notices.get(id), feedback, portrayal };
}

export async function previewPost({ db }: Context, { body }: Call<C['preview']>) {
  const { blocks, readingMinutes: minutes } = madeFrom(body.markdown, '');
  return { blocks: await describeUploads(db, db.read, blocks), readingMinutes: minutes };
}

/** The board on which the actor may publish an article. @throws AppError for any other */
async function postableBoard({ db }: Context, actor: Actor, slug: string) {
  const board = await getEnabledBoard(db, db.read, slug);
  if (board.kind !== 'article') throw new AppError('board.wrong-kind');
  if (!canPostOn(actor, board)) throw forbidden(actor, board.postRoles, slug);
  return board;
}

export async function startPostDraft(
  context: Context,
  { body, actor, now, requestId }: Call<C['startDraft']>,
) {
  const { db, ids } = context;
  const { board, ...typed } = body;
  await postableBoard(context, actor, board);
  const row: NewPostRow = {
    id: ids.next(now),
    ...newPost(actor, board, now),
    ...draftColumns({ ...nothingTyped, ...typed }),
    life: 'draft',
    neverSeen: true,
  };
  await db.write(async (tx) => {
    await attach(context, tx, await insertPost(db, tx, row), {}, { actor, now, requestId });
  });
  return { id: row.id, state: 'draft' as const, version: row.version };
}

export async function createPost(context: Context, { body, actor, now, requestId }: Call<C['create']>) {
  const { db, ids } = context;
  const { board: slug, markdown, summary, source, mustRead, consent, ...same } = body;
  const board = await postableBoard(context, actor, slug);
  if (source === null) refuseMissingSource(board, 'source');
  const row: NewPostRow = {
    id: ids.next(now),
    ...same,
    ...madeFrom(markdown, summary),
    sourceName: source?.name ?? null,
    sourceUrl: source?.url ?? null,
    ...newPost(actor, slug, now),
    ...firstState(board.review, now),
  };
  refuseUnsourcedQuestions(board, row.blocks);
  refuseUnfit(row, Object.keys(body));
  const { words } = wordingOf(row);
  const judgement = await context.registry.judge(context, { actor, type: 'post', board: slug, words });
  if (judgement.holds) Object.assign(row, firstState('second-person', now));
  await db.write(async (tx) => {
    const inserted = await insertPost(db, tx, row);
    await attach(context, tx, inserted, { mustRead, consent }, { actor, now, requestId });
    await refuseMissingConsent(db, tx, board, row);
    await judgement.keep(tx, row.id, now);
    await pieceAdded(context, tx, 'post', row, now);
  });
  return showPost(context, actor, row.id, now);
}

/** What a person wrote; the rest follows from it. */
const writtenIn = ({ title, summary, markdown, cover, pinnedUntil, sourceName, sourceUrl }: PostRow) => ({
  title,
  summary,
  markdown,
  cover,
  pinnedUntil,
  sourceName,
  sourceUrl,
});

// What the audit log shows of an edit; of the text it says only that it changed.
const audited = ['title', 'pinnedUntil', 'sourceName'] as const;

interface Rewriting {
  actor: Actor;
  now: Date;
  requestId: string;
  id: string;
  /** The version that the person has seen. */
  version: number;
  kind: 'edited' | 'restored';
  /** What is changed of the article as it is. */
  changeOf: (row: PostRow) => PostUnfinished;
  /** Whether it is refused as stale where the article is no draft any more. */
  draftOnly?: boolean | undefined;
  /** 重要修改: who has read it is asked once more. */
  readAgain?: boolean | undefined;
}

/**
 * Changes the words of an article.
 * @throws AppError `resource.not-found`, `action.forbidden`, `person.muted`, `review.required`, `request.invalid`, `version.stale`
 */
export async function rewritePost(
  context: Context,
  { actor, now, requestId, id, version, kind, changeOf, draftOnly, readAgain }: Rewriting,
): Promise<void> {
  const { db, ids } = context;
  const auditId = ids.next(now);
  const seen = await getVisiblePost(context, db.read, actor, id);
  refuseChange(actor, seen, seen.review);
  const judgement =
    isUnfinished(seen) || seen.version !== version
      ? null
      : await context.registry.judge(context, {
          ...{ actor, type: 'post', board: seen.board },
          words: { ...wordsIn(seen), ...changeOf(seen) },
        });
  await db.write(async (tx) => {
    const { review, ...row } = await getVisiblePost(context, tx, actor, id);
    if (draftOnly && !isUnfinished(row)) throw new AppError('version.stale');
    refuseChange(actor, row, review);
    const board = await getEnabledBoard(db, tx, row.board);
    const change = changeOf(row);
    if (change.source === null && !isUnfinished(row)) refuseMissingSource(board, 'source');
    const { columns, attached } = isUnfinished(row)
      ? { columns: draftColumns({ ...typedIn(row), ...change }), attached: {} }
      : changedParts(row, change);
    const next: PostRow = {
      ...row,
      ...columns,
      ...editMark(actor, row, now),
      updatedAt: now,
      version: version + 1,
    };
    if (change.markdown !== undefined && !isUnfinished(row)) refuseUnsourcedQuestions(board, next.blocks);
    if (!isUnfinished(row)) refuseUnfit(next, Object.keys(change));
    if (row.version !== version || !(await updatePost(db, tx, next, { byId: actor.id, kind })))
      throw new AppError('version.stale');
    await attach(context, tx, next, attached, { actor, now, requestId, before: row, readAgain });
    if (isPublished(row)) await refuseMissingConsent(db, tx, board, row);
    if (!isUnfinished(row))
      await keepRewritten(context, tx, { type: 'post', piece: row, judgement, actor, now });
    await answerByEdit(db, tx, row.id, now);
    if (row.authorId === actor.id) return;
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'posts.update',
      targetType: 'post',
      targetId: row.id,
      ...changesOf(writtenIn(row), writtenIn(next), audited),
      reason: null,
      requestId,
    });
  });
}

export async function changePost(context: Context, call: Call<C['update']>) {
  const { params, body, actor, now, requestId } = call;
  const { version, draftOnly, readAgain, ...change } = body;
  const by = { actor, now, requestId, draftOnly, readAgain, kind: 'edited' } as const;
  await rewritePost(context, { ...by, id: params.id, version, changeOf: () => change });
  return showPost(context, actor, params.id, now);
}
