import type { ContentType } from '@qihang/shared/content/vocabulary';
import type { Block } from '@qihang/shared/posts/blocks';
import { mediaIdOf } from '@qihang/shared/uploads/links';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { Database, Reader, Tx } from '../../db/types';
import { canSeeUpload } from './rules';
import { findUpload, listPieceUses, listUploads, putUses } from './store';
import { usesOf } from './uses';

/** What refers to uploads: a piece itself, or a revision or working copy of it under a type of its own. */
export interface Holder {
  type: string;
  id: string;
  /** Whose readers and moderators decide who sees the uploads. */
  piece: { type: ContentType; id: string };
}

/**
 * Says which uploads a holder refers to, in place of those it referred to before; none when it goes. They are kept as long as
 * anything refers to them. A reference counts for the person who may see the upload, or where the same piece has it already:
 * nobody gets a stranger's upload to see by writing its address.
 * @param ids of `mediaIdsIn` of all its texts
 * @param actor who wrote them; null where nobody did, as for the clock
 * @returns the ids that do not count
 */
export async function markUses(
  context: Context,
  tx: Tx,
  { type, id, piece }: Holder,
  ids: readonly string[],
  actor: Actor | null,
): Promise<string[]> {
  const { db } = context;
  const counted: string[] = [];
  for (const uploadId of ids) {
    const found = await findUpload(db, tx, uploadId);
    if (!found) continue;
    const has = (await listPieceUses(db, tx, uploadId)).some(
      (use) => use.pieceType === piece.type && use.pieceId === piece.id,
    );
    if (has || canSeeUpload(actor, found.upload.uploaderId, await usesOf(context, tx, uploadId)))
      counted.push(uploadId);
  }
  const open = type === piece.type && id === piece.id;
  const holder = { holderType: type, holderId: id, pieceType: piece.type, pieceId: piece.id, open };
  await putUses(db, tx, holder, counted);
  return ids.filter((one) => !counted.includes(one));
}

/** The blocks of an article with what is known of the uploads in them: the size of pictures, kind and size of documents. */
export async function describeUploads(
  db: Database,
  read: Reader,
  blocks: readonly Block[],
): Promise<Block[]> {
  const idOf = (block: Block) =>
    block.type === 'image' ? mediaIdOf(block.src) : block.type === 'file' ? mediaIdOf(block.url) : undefined;
  const ids = [...new Set(blocks.flatMap((block) => idOf(block) ?? []))];
  if (ids.length === 0) return [...blocks];
  const known = new Map((await listUploads(db, read, ids)).map((row) => [row.upload.id, row]));
  return blocks.map((block) => {
    const { upload, blob } = known.get(idOf(block) ?? '') ?? {};
    if (!upload || !blob) return block;
    const { width, height, kind } = upload;
    if (block.type === 'image' && width !== null && height !== null) return { ...block, width, height };
    if (block.type === 'file') return { ...block, kind, bytes: blob.files[0]?.bytes ?? 0 };
    return block;
  });
}
