import type { BoardKind } from '@qihang/shared/boards/vocabulary';
import { and, asc, eq } from 'drizzle-orm';
import { preparedQuery } from '../../db/prepared';
import type { Database, Reader, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { defaultBoards } from './defaults';
import type { BoardRow } from './row';
import { findBoard } from './store';

/** Every board in order, also those that are off. */
export const listAllBoards = ({ tables: { boards } }: Database, read: Reader) =>
  read.select().from(boards).orderBy(asc(boards.position), asc(boards.slug));

const enabledBoards = preparedQuery(({ tables: { boards } }, read) =>
  read
    .select()
    .from(boards)
    .where(eq(boards.enabled, true))
    .orderBy(asc(boards.position), asc(boards.slug))
    .prepare('boards_enabled'),
);

/** Boards that are on, in order. */
export const listEnabledBoards = (db: Database, read: Reader) => enabledBoards(db, read).execute();

/** A subquery of the slugs of boards that are on: a list joins it so that an off board's things are gone. */
export const enabledSlugs = ({ tables: { boards } }: Database, read: Reader, kind: BoardKind) =>
  read
    .select({ slug: boards.slug })
    .from(boards)
    .where(and(eq(boards.enabled, true), eq(boards.kind, kind)));

/** A board, on or off. @throws AppError `resource.not-found` when there is none */
export async function getBoard(db: Database, read: Reader, slug: string): Promise<BoardRow> {
  const board = await findBoard(db, read, slug);
  if (!board) throw new AppError('resource.not-found');
  return board;
}

/** @throws AppError `resource.not-found` when there is no such board, or it is off */
export async function getEnabledBoard(db: Database, read: Reader, slug: string): Promise<BoardRow> {
  const board = await findBoard(db, read, slug);
  if (!board?.enabled) throw new AppError('resource.not-found');
  return board;
}

/** @throws AppError `resource.not-found` when no board of the kind is on */
export async function getBoardOfKind(db: Database, read: Reader, kind: BoardKind): Promise<BoardRow> {
  const board = (await listEnabledBoards(db, read)).find((one) => one.kind === kind);
  if (!board) throw new AppError('resource.not-found');
  return board;
}

/**
 * The board of this slug; without one the first of the kind.
 * @throws AppError `resource.not-found` unless it is on; `board.wrong-kind`
 */
export async function getBoardFor(
  db: Database,
  read: Reader,
  kind: BoardKind,
  slug: string | undefined,
): Promise<BoardRow> {
  if (slug === undefined) return getBoardOfKind(db, read, kind);
  const board = await getEnabledBoard(db, read, slug);
  if (board.kind !== kind) throw new AppError('board.wrong-kind');
  return board;
}

/** Fills an empty database with the six default boards; one that has boards is left alone. */
export async function insertDefaultBoards({ tables: { boards } }: Database, tx: Tx): Promise<void> {
  if ((await tx.$count(boards)) > 0) return;
  await tx
    .insert(boards)
    .values(defaultBoards.map((board, i) => ({ ...board, position: (i + 1) * 10, enabled: true })));
}
