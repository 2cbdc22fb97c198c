import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { jobRevisionsContract } from '@qihang/shared/revisions/contract';
import { mediaIdsIn } from '@qihang/shared/uploads/links';
import { refuseMuted } from '../../actor/refusals';
import type { Actor } from '../../actor/rules';
import { getVisiblePiece, refuseBarred } from '../../content/moving';
import type { Piece } from '../../content/piece';
import type { Revised, Words } from '../../content/revised';
import { isPublished } from '../../content/rules';
import type { Context } from '../../context';
import { decodeKey, pageByKey } from '../../db/keyset';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { getEnabledBoard } from '../boards/public-store';
import { markUses } from '../uploads/public';
import { bylines } from '../users/public';
import { viewChanges, viewFields } from './public';
import { dropWorkingCopy as deleteWorkingCopy, type RevisionRow } from './public-store';
import { workingCopyOf } from './rules';
import {
  findBefore,
  findRevision,
  findWorkingCopy,
  listOtherCopies,
  listRevisions,
  putWorkingCopy,
} from './store';
import { nameOf, viewRevision } from './view';

/** The routes of articles have the same names, and are called alike. */
type C = typeof jobRevisionsContract;
export type Calling<K extends keyof C> = Pick<Call<C[K]>, 'params' | 'query' | 'actor' | 'now' | 'requestId'>;

interface Editable {
  piece: Piece;
  revised: Revised;
}

/**
 * A piece whose words the actor may change, muted or not: who may not write for now may still read.
 * @throws AppError `resource.not-found` also for one that the actor may not know of; `action.forbidden`
 */
async function getEditable(
  context: Context,
  read: Reader,
  type: ReviewedType,
  id: string,
  actor: Actor,
): Promise<Editable> {
  const { revised } = context.registry.kinds[type];
  if (!revised) throw new Error(`Nothing is kept of earlier versions of a ${type}`);
  const piece = await getVisiblePiece(context, read, actor, { type, id });
  await getEnabledBoard(context.db, read, piece.board);
  refuseBarred('edit', actor, piece);
  return { piece, revised };
}

async function getWording({ db }: Context, id: string, revised: Revised) {
  const wording = await revised.current(db, db.read, id);
  if (!wording) throw new AppError('resource.not-found');
  return wording;
}

/** The one version of a piece from before versions were kept. */
async function findFound(context: Context, id: string, revised: Revised) {
  const { byId, at, words, life, version } = await getWording(context, id, revised);
  const seen = isPublished({ life });
  return {
    rev: 1,
    version,
    words,
    kind: 'found',
    changed: [],
    byId,
    at,
    replacedAt: null,
    seen,
  } as const;
}

type Found = Pick<RevisionRow, 'rev' | 'words' | 'kind' | 'byId' | 'at' | 'replacedAt' | 'seen'> & {
  changed: readonly string[];
};

async function getRevision(
  context: Context,
  type: ReviewedType,
  id: string,
  rev: number,
  revised: Revised,
): Promise<Found> {
  const { db } = context;
  const row = await findRevision(db, db.read, type, id, rev);
  if (row) return row;
  const isFirst = rev === 1 && (await listRevisions(db, type, id, undefined, 1)).length === 0;
  if (!isFirst) throw new AppError('resource.not-found');
  return findFound(context, id, revised);
}

const order = 'revisions';

function revOf(cursor: string): number {
  const rev = Number(decodeKey(order, cursor));
  if (!Number.isSafeInteger(rev)) throw new AppError('cursor.invalid');
  return rev;
}

export async function showRevisions(context: Context, type: ReviewedType, call: Calling<'list'>) {
  const { db } = context;
  const { params, query, actor, now } = call;
  const { piece, revised } = await getEditable(context, db.read, type, params.id, actor);
  const before = query.cursor === undefined ? undefined : revOf(query.cursor);
  const kept = await listRevisions(db, type, params.id, before, query.limit + 1);
  const isOld = kept.length === 0 && before === undefined;
  const found = isOld ? [await findFound(context, params.id, revised)] : kept;
  const { rows, nextCursor } = pageByKey<Omit<Found, 'words'>>(found, query.limit, order, ({ rev }) =>
    String(rev),
  );
  const names = await bylines(
    db,
    rows.map(({ byId }) => byId),
    now,
  );
  return {
    title: piece.title,
    life: piece.life,
    version: (await getWording(context, params.id, revised)).version,
    items: rows.map((row) => viewRevision(row, revised, names, isPublished(piece))),
    nextCursor,
  };
}

/** @template W the words of the kind, which were checked when they were written */
export async function showRevision<W extends Words>(
  context: Context,
  type: ReviewedType,
  call: Calling<'detail'>,
) {
  const { db } = context;
  const { params, query, actor, now } = call;
  const { id } = params;
  const rev = Number(params.rev);
  const { piece, revised } = await getEditable(context, db.read, type, id, actor);
  const row = await getRevision(context, type, id, rev, revised);
  const other =
    query.against === undefined
      ? await findBefore(db, db.read, type, id, rev)
      : await getRevision(context, type, id, query.against, revised);
  return {
    ...viewRevision(row, revised, await bylines(db, [row.byId], now), isPublished(piece)),
    values: row.words as W,
    fields: viewFields(revised, row.words),
    blocks: revised.blocksOf(row.words),
    against: other?.rev ?? null,
    changes: other ? viewChanges(revised, other.words, row.words) : [],
  };
}

export interface Restoring extends Calling<'restore'> {
  body: { version: number; overrideReason?: string | undefined };
}

export async function restoreRevision(context: Context, type: ReviewedType, call: Restoring) {
  const { db } = context;
  const { params, body, actor, now, requestId } = call;
  const { id } = params;
  const { revised } = await getEditable(context, db.read, type, id, actor);
  refuseMuted(actor);
  const { words } = await getRevision(context, type, id, Number(params.rev), revised);
  const { version, overrideReason } = body;
  await revised.restore(context, { id, version, words, overrideReason, actor, now, requestId });
  return { version: version + 1 };
}

export interface Comparing extends Calling<'compare'> {
  body: { fields: Words };
}

export async function compareWords(context: Context, type: ReviewedType, call: Comparing) {
  const { db } = context;
  const { params, body, actor, now } = call;
  const { revised } = await getEditable(context, db.read, type, params.id, actor);
  const current = await getWording(context, params.id, revised);
  return {
    version: current.version,
    by: nameOf(await bylines(db, [current.byId], now), current.byId),
    at: current.at.toISOString(),
    changes: viewChanges(revised, current.words, { ...current.words, ...body.fields }),
  };
}

/** @template W as of `showRevision` */
export async function showWorkingCopy<W extends Words>(
  context: Context,
  type: ReviewedType,
  call: Calling<'workingCopy'>,
) {
  const { db } = context;
  const { params, actor, now } = call;
  await getEditable(context, db.read, type, params.id, actor);
  const mine = await findWorkingCopy(db, db.read, type, params.id, actor.id);
  const others = await listOtherCopies(db, db.read, type, params.id, actor.id);
  const names = await bylines(
    db,
    others.map(({ editorId }) => editorId),
    now,
  );
  return {
    copy: mine
      ? { fields: mine.words as W, baseVersion: mine.baseVersion, savedAt: mine.savedAt.toISOString() }
      : null,
    others: others.map(({ editorId, savedAt }) => ({
      by: nameOf(names, editorId),
      savedAt: savedAt.toISOString(),
    })),
  };
}

export interface Saving extends Calling<'saveWorkingCopy'> {
  body: { fields: Words; baseVersion: number };
}

export async function saveWorkingCopy(context: Context, type: ReviewedType, call: Saving) {
  const { db } = context;
  const { params, body, actor, now } = call;
  const { fields: words, baseVersion } = body;
  await db.write(async (tx) => {
    await getEditable(context, tx, type, params.id, actor);
    refuseMuted(actor);
    await putWorkingCopy(db, tx, type, params.id, { editorId: actor.id, words, baseVersion, savedAt: now });
    const holder = workingCopyOf(type, params.id, actor.id);
    await markUses(context, tx, holder, mediaIdsIn(JSON.stringify(words)), actor);
  });
  return { savedAt: now.toISOString() };
}

export async function dropWorkingCopy(
  context: Context,
  type: ReviewedType,
  call: Calling<'dropWorkingCopy'>,
) {
  const { db } = context;
  const { params, actor } = call;
  await db.write(async (tx) => {
    await getEditable(context, tx, type, params.id, actor);
    await deleteWorkingCopy(db, tx, type, params.id, actor.id);
    await markUses(context, tx, workingCopyOf(type, params.id, actor.id), [], actor);
  });
  return undefined;
}
