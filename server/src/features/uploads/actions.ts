import { createHash } from 'node:crypto';
import type { Uploaded, uploadsContract } from '@qihang/shared/uploads/contract';
import { mediaPath } from '@qihang/shared/uploads/links';
import { refuseMuted } from '../../actor/refusals';
import { emit } from '../../background/events';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Made } from '../../files/media/made';
import { readMedia } from '../../files/media/read-media';
import { MediaRefused } from '../../files/media/refused';
import type { Call } from '../../http/mount';
import { nameOf } from './names';
import { maxUnused } from './rules';
import { type BlobRow, countUnused, findBlob, insertBlob, insertUpload, type UploadRow } from './store';

type C = typeof uploadsContract;

async function readOrRefuse(bytes: Uint8Array): Promise<Made> {
  try {
    return await readMedia(bytes);
  } catch (error) {
    if (!(error instanceof MediaRefused)) throw error;
    const { code, message } = error;
    throw new AppError(code, message, [{ path: 'file', message }]);
  }
}

function digestOf({ files }: Made): string {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(`${bytes.length}:`).update(bytes);
  return hash.digest('hex');
}

const describeFiles = ({ files }: Made): BlobRow['files'] =>
  files.map(({ name, type, width, bytes }) => ({ name, type, width, bytes: bytes.length }));

function viewUpload(
  { id, kind, name, width, height }: UploadRow,
  { files }: Pick<BlobRow, 'files'>,
): Uploaded {
  return {
    id,
    url: mediaPath(id),
    kind,
    bytes: Math.max(...files.map(({ bytes }) => bytes)),
    name,
    ...(width === null || height === null ? {} : { width, height }),
  };
}

/**
 * Stores a picture or a document. Its files lie under a key of their own before a row names them, so that no row is ever
 * without its files; where the same content is stored already, they are dropped again. What a process leaves behind that ends
 * in between, `collect.ts` removes.
 */
export async function upload(context: Context, { file, query, actor, now }: Call<C['create']>) {
  const { db, ids, storage } = context;
  refuseMuted(actor);
  if ((await countUnused(db, db.read, actor.id)) >= maxUnused) throw new AppError('upload.too-many-unused');
  const made = await readOrRefuse(file.bytes);
  const sha256 = digestOf(made);
  const id = ids.next(now);
  const own: BlobRow = {
    key: `${sha256.slice(0, 2)}/${sha256}-${id}`,
    sha256,
    files: describeFiles(made),
  };
  const { kind, width, height } = made;
  const row: Omit<UploadRow, 'blobKey'> = {
    id,
    uploaderId: actor.id,
    kind,
    name: nameOf(query.name ?? file.name, kind),
    width,
    height,
    createdAt: now,
  };
  for (const { name, bytes } of made.files) await storage.put(`${own.key}/${name}`, bytes);
  const blobKey = await db.write(async (tx) => {
    const stored = await findBlob(db, tx, sha256);
    if (!stored) await insertBlob(db, tx, own);
    const key = (stored ?? own).key;
    await insertUpload(db, tx, { ...row, blobKey: key });
    await emit(context, tx, 'upload.added', { uploadId: id, uploaderId: actor.id, kind, at: now });
    return key;
  });
  if (blobKey !== own.key) await removeFiles(context, own);
  return viewUpload({ ...row, blobKey }, own);
}

/** Removes the files of a blob that has no row. */
export async function removeFiles({ storage }: Context, { key, files }: Pick<BlobRow, 'key' | 'files'>) {
  for (const { name } of files) await storage.remove(`${key}/${name}`);
}
