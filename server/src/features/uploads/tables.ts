import { contentTypes } from '@qihang/shared/content/vocabulary';
import { uploadKinds } from '@qihang/shared/uploads/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

/** One stored file of a blob. */
export interface BlobFile {
  /** Below the key of its blob: `640.webp`. */
  name: string;
  /** Media type. */
  type: string;
  /** In px, of a picture. */
  width: number | null;
  bytes: number;
}

export function uploadTables(kit: Kit, { users }: UserTables) {
  const { table, index, unique, primaryKey, str, int, bool, instant, json, oneOf } = kit;

  /** Stored content. The same content is stored once, however often it is uploaded. */
  const blobs = table(
    'blobs',
    {
      /** What the keys of its files in the storage begin with; never used a second time. */
      key: str().primaryKey(),
      /** SHA-256 of the files in their order, in hexadecimal digits. */
      sha256: str().notNull(),
      files: json<BlobFile[]>().notNull(),
    },
    (t) => [unique('blobs_sha256').on(t.sha256)],
  );

  const uploads = table(
    'uploads',
    {
      id: str().primaryKey(),
      uploaderId: str()
        .notNull()
        .references(() => users.id),
      blobKey: str()
        .notNull()
        .references(() => blobs.key),
      kind: oneOf(uploadKinds).notNull(),
      name: str().notNull(),
      width: int(),
      height: int(),
      createdAt: instant().notNull(),
    },
    (t) => [
      index('uploads_uploader').on(t.uploaderId, t.createdAt),
      index('uploads_blob').on(t.blobKey),
      index('uploads_oldest').on(t.createdAt),
    ],
  );

  /** What refers to an upload: a piece, or a revision or working copy of it. As long as there is one, the upload is kept. */
  const uploadUses = table(
    'upload_uses',
    {
      uploadId: str()
        .notNull()
        .references(() => uploads.id, { onDelete: 'cascade' }),
      holderType: str().notNull(),
      holderId: str().notNull(),
      pieceType: oneOf(contentTypes).notNull(),
      pieceId: str().notNull(),
      /** Shown to all who see the piece; otherwise to those who look after it. */
      open: bool().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.uploadId, t.holderType, t.holderId] }),
      index('upload_uses_holder').on(t.holderType, t.holderId),
      index('upload_uses_piece').on(t.pieceType, t.pieceId),
    ],
  );

  return { blobs, uploads, uploadUses };
}

type UploadTables = ReturnType<typeof uploadTables>;

declare module '../../db/types' {
  interface Tables extends UploadTables {}
}
