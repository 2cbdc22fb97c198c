import type { ContentType } from '@qihang/shared/content/vocabulary';
import { and, asc, count, eq, exists, gt, inArray, lt, not, notExists, notInArray, sql } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

export type BlobRow = Database['tables']['blobs']['$inferSelect'];
export type UploadRow = Database['tables']['uploads']['$inferSelect'];
export type UseRow = Database['tables']['uploadUses']['$inferSelect'];

/** What refers to an upload, by the piece that decides who sees it. */
export type PieceUse = Pick<UseRow, 'pieceType' | 'pieceId' | 'open'>;

export async function findUpload({ tables: { uploads, blobs } }: Database, read: Reader, id: string) {
  const [row] = await read
    .select({ upload: uploads, blob: blobs })
    .from(uploads)
    .innerJoin(blobs, eq(blobs.key, uploads.blobKey))
    .where(eq(uploads.id, id));
  return row;
}

export const listUploads = ({ tables: { uploads, blobs } }: Database, read: Reader, ids: readonly string[]) =>
  read
    .select({ upload: uploads, blob: blobs })
    .from(uploads)
    .innerJoin(blobs, eq(blobs.key, uploads.blobKey))
    .where(inArray(uploads.id, [...ids]));

/** The pieces that use an upload, each once for what all see and once for what few see. */
export const listPieceUses = (
  { tables: { uploadUses } }: Database,
  read: Reader,
  uploadId: string,
): Promise<PieceUse[]> =>
  read
    .selectDistinct({
      pieceType: uploadUses.pieceType,
      pieceId: uploadUses.pieceId,
      open: uploadUses.open,
    })
    .from(uploadUses)
    .where(eq(uploadUses.uploadId, uploadId));

/** How many uploads of a person nothing refers to. */
export async function countUnused(
  { tables: { uploads, uploadUses } }: Database,
  read: Reader,
  userId: string,
) {
  const used = read.select({ one: sql`1` }).from(uploadUses).where(eq(uploadUses.uploadId, uploads.id));
  const [row] = await read
    .select({ n: count() })
    .from(uploads)
    .where(and(eq(uploads.uploaderId, userId), notExists(used)));
  return row?.n ?? 0;
}

export async function findBlob({ tables: { blobs } }: Database, read: Reader, sha256: string) {
  const [row] = await read.select().from(blobs).where(eq(blobs.sha256, sha256));
  return row;
}

export const insertBlob = ({ tables: { blobs } }: Database, tx: Tx, row: BlobRow) =>
  tx.insert(blobs).values(row);

export const insertUpload = ({ tables: { uploads } }: Database, tx: Tx, row: UploadRow) =>
  tx.insert(uploads).values(row);

/** Writes that a holder refers to exactly these uploads. */
export async function putUses(
  { tables: { uploadUses } }: Database,
  tx: Tx,
  holder: Omit<UseRow, 'uploadId'>,
  ids: readonly string[],
): Promise<void> {
  const { holderType, holderId, open } = holder;
  const own = and(eq(uploadUses.holderType, holderType), eq(uploadUses.holderId, holderId));
  await tx
    .delete(uploadUses)
    .where(ids.length > 0 ? and(own, notInArray(uploadUses.uploadId, [...ids])) : own);
  if (ids.length === 0) return;
  await tx
    .insert(uploadUses)
    .values(ids.map((uploadId) => ({ ...holder, uploadId })))
    .onConflictDoUpdate({
      target: [uploadUses.uploadId, uploadUses.holderType, uploadUses.holderId],
      set: { open },
    });
}

/** Pieces that something of theirs refers to an upload, in order, after one. */
export const listUsingPieces = (
  { tables: { uploadUses } }: Database,
  read: Reader,
  type: ContentType,
  after: string,
  limit: number,
) =>
  read
    .selectDistinct({ id: uploadUses.pieceId })
    .from(uploadUses)
    .where(and(eq(uploadUses.pieceType, type), gt(uploadUses.pieceId, after)))
    .orderBy(asc(uploadUses.pieceId))
    .limit(limit);

export const deleteUsesOf = ({ tables: { uploadUses } }: Database, tx: Tx, type: ContentType, id: string) =>
  tx.delete(uploadUses).where(and(eq(uploadUses.pieceType, type), eq(uploadUses.pieceId, id)));

/** Deletes the uploads from before `before` that nothing refers to; how many. */
export async function deleteUnused({ tables: { uploads, uploadUses } }: Database, tx: Tx, before: Date) {
  const used = tx.select({ one: sql`1` }).from(uploadUses).where(eq(uploadUses.uploadId, uploads.id));
  const gone = await tx
    .delete(uploads)
    .where(and(lt(uploads.createdAt, before), not(exists(used))))
    .returning({ id: uploads.id });
  return gone.length;
}

/** Deletes the blobs that no upload has; those deleted. */
export function deleteBlobsLeft({ tables: { uploads, blobs } }: Database, tx: Tx): Promise<BlobRow[]> {
  const had = tx.select({ one: sql`1` }).from(uploads).where(eq(uploads.blobKey, blobs.key));
  return tx.delete(blobs).where(notExists(had)).returning();
}

/** Which of these keys are those of a blob. */
export async function knownBlobs({ tables: { blobs } }: Database, read: Reader, keys: readonly string[]) {
  const rows = await read
    .select({ key: blobs.key })
    .from(blobs)
    .where(inArray(blobs.key, [...keys]));
  return new Set(rows.map(({ key }) => key));
}
