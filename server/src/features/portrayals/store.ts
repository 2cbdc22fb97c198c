import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import type { PortrayalRow } from './public-store';

/** The consent that counts for an article: the latest one. */
export async function findConsentOf(
  { tables: { portrayals } }: Database,
  read: Reader,
  postId: string,
): Promise<PortrayalRow | undefined> {
  const [row] = await read
    .select()
    .from(portrayals)
    .where(eq(portrayals.postId, postId))
    .orderBy(desc(portrayals.recordedAt), desc(portrayals.id))
    .limit(1);
  return row;
}

export async function findPortrayal(
  { tables: { portrayals } }: Database,
  read: Reader,
  id: string,
): Promise<PortrayalRow | undefined> {
  const [row] = await read.select().from(portrayals).where(eq(portrayals.id, id));
  return row;
}

export async function updatePortrayal(
  { tables: { portrayals } }: Database,
  tx: Tx,
  id: string,
  change: Partial<PortrayalRow>,
): Promise<void> {
  await tx.update(portrayals).set(change).where(eq(portrayals.id, id));
}

/** The verified account of this number and name; undefined where they do not belong together. */
export async function findSubject(
  { tables: { users } }: Database,
  read: Reader,
  { studentNo, name }: { studentNo: string; name: string },
): Promise<string | undefined> {
  const [row] = await read
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.studentNo, studentNo), eq(users.name, name), eq(users.verified, true)));
  return row?.id;
}

/** The articles about a person, each with its title and state, the newest first. */
export const listPortrayals = (
  { tables: { portrayals, posts, boards } }: Database,
  read: Reader,
  subjectId: string,
) =>
  read
    .select({ consent: portrayals, post: posts, boardEnabled: boards.enabled })
    .from(portrayals)
    .innerJoin(posts, eq(posts.id, portrayals.postId))
    .innerJoin(boards, eq(boards.slug, posts.board))
    .where(eq(portrayals.subjectId, subjectId))
    .orderBy(desc(portrayals.recordedAt), desc(portrayals.id));

/** The latest consent of each of these articles. */
export async function listConsentsOf(
  { tables: { portrayals } }: Database,
  read: Reader,
  postIds: readonly string[],
): Promise<Map<string, PortrayalRow>> {
  if (postIds.length === 0) return new Map();
  const rows = await read
    .select()
    .from(portrayals)
    .where(inArray(portrayals.postId, [...postIds]))
    .orderBy(portrayals.recordedAt, portrayals.id);
  return new Map(rows.map((row) => [row.postId, row]));
}
