import type { FollowMode } from '@qihang/shared/follows/vocabulary';
import { and, asc, desc, eq, inArray, isNull, lte, min, ne, notInArray } from 'drizzle-orm';
import { chunksOf } from '../../db/chunks';
import type { Database, Reader, Tx } from '../../db/types';
import { type FollowedType, followedTypes } from './tables';

export type FollowRow = Database['tables']['follows']['$inferSelect'];
export type OpenPiece = Database['tables']['followedPieces']['$inferSelect'];

/** The newest first. */
export const listFollows = (
  { tables: { follows } }: Database,
  read: Reader,
  userId: string,
  key: string | undefined,
): Promise<FollowRow[]> =>
  read
    .select()
    .from(follows)
    .where(and(eq(follows.userId, userId), key === undefined ? undefined : eq(follows.key, key)))
    .orderBy(desc(follows.createdAt), desc(follows.id));

export const insertFollow = ({ tables: { follows } }: Database, tx: Tx, row: FollowRow) =>
  tx.insert(follows).values(row);

/** The row after the change; undefined where the person follows no such thing. */
export async function setFollowMode(
  { tables: { follows } }: Database,
  tx: Tx,
  userId: string,
  id: string,
  mode: FollowMode,
): Promise<FollowRow | undefined> {
  const [row] = await tx
    .update(follows)
    .set({ mode })
    .where(and(eq(follows.id, id), eq(follows.userId, userId)))
    .returning();
  return row;
}

export const deleteFollow = ({ tables: { follows } }: Database, tx: Tx, userId: string, id: string) =>
  tx.delete(follows).where(and(eq(follows.id, id), eq(follows.userId, userId)));

/** What people want to be told of in this way, each thing once. */
export function listFollowedThings(
  { tables: { follows } }: Database,
  read: Reader,
  mode: FollowMode,
): Promise<Pick<FollowRow, 'key' | 'kind' | 'board' | 'company' | 'filter'>[]> {
  const { key, kind, board, company, filter } = follows;
  const first = read
    .select({ id: min(follows.id) })
    .from(follows)
    .where(eq(follows.mode, mode))
    .groupBy(key);
  return read.select({ key, kind, board, company, filter }).from(follows).where(inArray(follows.id, first));
}

/** Those of these pieces that nobody was told of yet. */
export async function unmetAmong(
  { tables: { followedPieces } }: Database,
  read: Reader,
  type: FollowedType,
  ids: readonly string[],
): Promise<string[]> {
  const met = new Set<string>();
  const { pieceId } = followedPieces;
  for (const chunk of chunksOf(ids)) {
    const rows = await read
      .select({ pieceId })
      .from(followedPieces)
      .where(and(eq(followedPieces.type, type), inArray(pieceId, chunk)));
    for (const row of rows) met.add(row.pieceId);
  }
  return ids.filter((one) => !met.has(one));
}

export async function insertMet(
  { tables: { followedPieces } }: Database,
  tx: Tx,
  rows: readonly OpenPiece[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) await tx.insert(followedPieces).values(chunk).onConflictDoNothing();
}

export async function findMet(
  { tables: { followedPieces } }: Database,
  read: Reader,
  { type, pieceId }: Pick<OpenPiece, 'type' | 'pieceId'>,
): Promise<OpenPiece | undefined> {
  const [row] = await read
    .select()
    .from(followedPieces)
    .where(and(eq(followedPieces.type, type), eq(followedPieces.pieceId, pieceId)));
  return row;
}

/** The pieces whose followers are still to be told, in the order in which they were met. */
export const listOpen = ({ tables: { followedPieces } }: Database, read: Reader): Promise<OpenPiece[]> =>
  read
    .select()
    .from(followedPieces)
    .where(isNull(followedPieces.doneAt))
    .orderBy(asc(followedPieces.at), asc(followedPieces.type), asc(followedPieces.pieceId));

/** Who follows one of these things so that it is told at once, since `before` or earlier, and has not closed the account; by id. */
export async function listFollowerIds(
  { tables: { follows, accountClosures } }: Database,
  read: Reader,
  keys: readonly string[],
  { before, but }: { before: Date; but: string },
): Promise<string[]> {
  const { userId } = follows;
  const closing = read.select({ id: accountClosures.userId }).from(accountClosures);
  const found = new Set<string>();
  for (const chunk of chunksOf(keys)) {
    const rows = await read
      .selectDistinct({ userId })
      .from(follows)
      .where(
        and(
          eq(follows.mode, 'at-once'),
          inArray(follows.key, chunk),
          lte(follows.createdAt, before),
          ne(userId, but),
          notInArray(userId, closing),
        ),
      );
    for (const row of rows) found.add(row.userId);
  }
  return [...found].sort();
}

export const setTold = (
  { tables: { followedPieces } }: Database,
  tx: Tx,
  { type, pieceId }: Pick<OpenPiece, 'type' | 'pieceId'>,
  change: Pick<OpenPiece, 'toldUpTo' | 'doneAt'>,
) =>
  tx
    .update(followedPieces)
    .set(change)
    .where(and(eq(followedPieces.type, type), eq(followedPieces.pieceId, pieceId)));

/** Settles pieces that nobody follows. */
export async function setDone(
  { tables: { followedPieces } }: Database,
  tx: Tx,
  pieces: readonly Pick<OpenPiece, 'type' | 'pieceId'>[],
  now: Date,
): Promise<void> {
  for (const type of followedTypes) {
    const ids = pieces.filter((piece) => piece.type === type).map(({ pieceId }) => pieceId);
    if (ids.length > 0)
      await tx
        .update(followedPieces)
        .set({ toldUpTo: null, doneAt: now })
        .where(and(eq(followedPieces.type, type), inArray(followedPieces.pieceId, ids)));
  }
}

export const deleteMet = (
  { tables: { followedPieces } }: Database,
  tx: Tx,
  { type, pieceId }: Pick<OpenPiece, 'type' | 'pieceId'>,
) => tx.delete(followedPieces).where(and(eq(followedPieces.type, type), eq(followedPieces.pieceId, pieceId)));
