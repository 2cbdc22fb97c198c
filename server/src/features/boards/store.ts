import { eq } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import type { BoardRow } from './row';

export async function findBoard({ tables: { boards } }: Database, read: Reader, slug: string) {
  const [row] = await read.select().from(boards).where(eq(boards.slug, slug));
  return row;
}

export const insertBoard = ({ tables: { boards } }: Database, tx: Tx, row: BoardRow) =>
  tx.insert(boards).values(row);

export const updateBoard = (
  { tables: { boards } }: Database,
  tx: Tx,
  slug: string,
  change: Partial<BoardRow>,
) => tx.update(boards).set(change).where(eq(boards.slug, slug));
