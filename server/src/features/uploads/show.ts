import type { FileAnswer } from '@qihang/shared/contract/route';
import type { uploadsContract } from '@qihang/shared/uploads/contract';
import { hasRole, moderatorRoles } from '../../actor/rules';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { mediaHeaders, privateHeaders } from '../../http/security-headers';
import { isMediaKey } from '../content-check/public';
import { isRisky } from '../content-check/public-store';
import { attachmentOf } from './names';
import { canSeeUpload, isPublic } from './rules';
import { type BlobRow, findUpload } from './store';
import type { BlobFile } from './tables';
import { usesOf } from './uses';

/** The content behind an address never changes, and a person who has seen it may keep it. */
const publicHeaders = { 'cache-control': 'public, max-age=31536000, immutable' };

/** Nothing in it runs, wherever and however it is opened. */
const sandbox = { 'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'" };

/** The narrowest picture that is at least `width` wide, else the widest. */
function pictureFor({ files }: BlobRow, width: number | undefined, webp: boolean): BlobFile | undefined {
  const type = webp ? 'image/webp' : 'image/jpeg';
  const sized = files.filter((file) => file.type === type).sort((a, b) => (a.width ?? 0) - (b.width ?? 0));
  return sized.find((file) => width !== undefined && (file.width ?? 0) >= width) ?? sized[sized.length - 1];
}

/**
 * A picture or a document for those who may see it.
 * @throws AppError `resource.not-found` also for one that the actor may not know of
 */
export async function showUpload(
  context: Context,
  { params, query, actor, header, now }: Call<(typeof uploadsContract)['show']>,
): Promise<FileAnswer> {
  const { db, storage } = context;
  const found = await findUpload(db, db.read, params.id);
  if (!found) throw new AppError('resource.not-found');
  const { upload, blob } = found;
  const uses = await usesOf(context, db.read, upload.id);
  const isForCheck = query.check !== undefined && isMediaKey(context.secret, upload.id, query.check, now);
  if (!isForCheck) {
    if (!canSeeUpload(actor, upload.uploaderId, uses)) throw new AppError('resource.not-found');
    if (!hasRole(actor, moderatorRoles) && (await isRisky(db, db.read, upload.id)))
      throw new AppError('resource.not-found');
  }
  const isPicture = upload.kind === 'image';
  const file = isPicture
    ? pictureFor(blob, query.w, /image\/webp/.test(header('accept') ?? ''))
    : blob.files[0];
  if (!file) throw new AppError('resource.not-found');
  const etag = `"${blob.sha256.slice(0, 32)}-${file.name}"`;
  const headers = {
    ...mediaHeaders,
    ...sandbox,
    ...(isPublic(uses) ? publicHeaders : privateHeaders),
    etag,
    ...(isPicture ? { vary: 'accept' } : { 'content-disposition': attachmentOf(upload.name) }),
  };
  if (header('if-none-match')?.includes(etag)) return { type: file.type, headers, body: null };
  const body = await storage.get(`${blob.key}/${file.name}`);
  // The row is there before and after its file: a storage without it is not the one it was written to.
  if (!body) throw new AppError('upload.storage');
  return { type: file.type, headers: { ...headers, 'content-length': String(file.bytes) }, body };
}
