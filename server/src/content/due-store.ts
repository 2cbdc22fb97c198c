import { and, asc, eq, lte, or } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database, Reader } from '../db/types';

/** A table with `writtenColumns`. */
type WrittenTable = Database['tables']['posts'] | Database['tables']['jobs'];

/** Ids of pieces whose planned time has come; the first planned come first. */
export async function listDue(
  table: WrittenTable,
  read: Reader,
  now: Date,
  limit: number,
): Promise<string[]> {
  const publish = and(eq(table.life, 'scheduled'), lte(table.publishAt, now));
  const withdraw = and(eq(table.life, 'published'), lte(table.unpublishAt, now));
  const rows = await read
    .select({ id: table.id })
    .from(table)
    .where(or(publish, withdraw))
    .orderBy(asc(table.publishAt), asc(table.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Ids of pieces of this author that no reader has seen yet. */
export async function listNeverSeen(
  table: WrittenTable | Database['tables']['threads'] | Database['tables']['answers'],
  read: Reader,
  author: PgColumn,
  authorId: string,
): Promise<string[]> {
  const rows = await read
    .select({ id: table.id })
    .from(table)
    .where(and(eq(author, authorId), eq(table.neverSeen, true)));
  return rows.map(({ id }) => id);
}

/** Ids of pieces that are scheduled on a board. */
export async function listScheduled(table: WrittenTable, read: Reader, board: string): Promise<string[]> {
  const rows = await read
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.board, board), eq(table.life, 'scheduled')))
    .orderBy(asc(table.id));
  return rows.map(({ id }) => id);
}
