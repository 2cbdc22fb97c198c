import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import { and, desc, eq, lt, ne } from 'drizzle-orm';
import type { Words } from '../../content/revised';
import type { Database, Reader, Tx } from '../../db/types';
import { pieceColumns } from './public-store';

/** Versions of a piece, the newest first; without their words. */
export function listRevisions(
  { read, tables: { revisions } }: Database,
  type: ReviewedType,
  id: string,
  before: number | undefined,
  limit: number,
) {
  const { rev, kind, changed, byId, at, replacedAt, seen } = revisions;
  return read
    .select({ rev, kind, changed, byId, at, replacedAt, seen })
    .from(revisions)
    .where(
      and(
        eq(revisions.type, type),
        eq(revisions.pieceId, id),
        before === undefined ? undefined : lt(rev, before),
      ),
    )
    .orderBy(desc(rev))
    .limit(limit);
}
export type ListedRevision = Awaited<ReturnType<typeof listRevisions>>[number];

export async function findRevision(
  { tables: { revisions } }: Database,
  read: Reader,
  type: ReviewedType,
  id: string,
  rev: number,
) {
  const [row] = await read
    .select()
    .from(revisions)
    .where(and(eq(revisions.type, type), eq(revisions.pieceId, id), eq(revisions.rev, rev)));
  return row;
}

/** The newest version before this one that is still kept. */
export async function findBefore(
  { tables: { revisions } }: Database,
  read: Reader,
  type: ReviewedType,
  id: string,
  rev: number,
) {
  const [row] = await read
    .select()
    .from(revisions)
    .where(and(eq(revisions.type, type), eq(revisions.pieceId, id), lt(revisions.rev, rev)))
    .orderBy(desc(revisions.rev))
    .limit(1);
  return row;
}

export async function findWorkingCopy(
  { tables: { workingCopies } }: Database,
  read: Reader,
  type: ReviewedType,
  id: string,
  editor: string,
) {
  const { words, baseVersion, savedAt, editorId, pieceId } = workingCopies;
  const [row] = await read
    .select({ words, baseVersion, savedAt })
    .from(workingCopies)
    .where(and(eq(workingCopies.type, type), eq(pieceId, id), eq(editorId, editor)));
  return row;
}

/** Who else has not published a change yet, the last one first. */
export function listOtherCopies(
  { tables: { workingCopies } }: Database,
  read: Reader,
  type: ReviewedType,
  id: string,
  editor: string,
) {
  const { editorId, pieceId, savedAt } = workingCopies;
  return read
    .select({ editorId, savedAt })
    .from(workingCopies)
    .where(and(eq(workingCopies.type, type), eq(pieceId, id), ne(editorId, editor)))
    .orderBy(desc(savedAt), desc(editorId));
}

interface Copy {
  editorId: string;
  words: Words;
  baseVersion: number;
  savedAt: Date;
}

export async function putWorkingCopy(
  { tables: { workingCopies } }: Database,
  tx: Tx,
  type: ReviewedType,
  id: string,
  { editorId, ...copy }: Copy,
): Promise<void> {
  await tx
    .insert(workingCopies)
    .values({ ...pieceColumns(type, id), editorId, ...copy })
    .onConflictDoUpdate({
      target: [workingCopies.type, workingCopies.pieceId, workingCopies.editorId],
      set: copy,
    });
}
