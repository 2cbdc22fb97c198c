import { mediaIdsIn } from '@qihang/shared/uploads/links';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import { keptWords } from '../revisions/public-store';
import { earlierVersions, workingCopyOf } from '../revisions/rules';
import { markUses } from '../uploads/public';
import type { PostRow } from './row';

type Written = Pick<PostRow, 'id' | 'markdown' | 'cover' | 'unfinished'>;

/** The uploads that an article shows or offers. */
export const uploadsIn = ({ markdown, cover, unfinished }: Omit<Written, 'id'>): string[] =>
  mediaIdsIn(`${markdown}\n${cover ?? unfinished?.cover ?? ''}`);

/**
 * Keeps the uploads of an article as long as it refers to them. A draft may refer to what is not there yet.
 * @param before the article as it was: a picture that is gone since then is no mistake of this edit
 * @throws AppError `request.invalid` at the field that refers to an upload which is gone, or is not the writer's to show
 */
export async function keepUploads(
  context: Context,
  tx: Tx,
  post: Written,
  actor: Actor | null,
  before?: Written,
): Promise<void> {
  const { id } = post;
  const ids = uploadsIn(post);
  const old = before ? uploadsIn(before) : [];
  // An earlier version goes on showing what this one leaves out.
  if (old.some((one) => !ids.includes(one))) {
    const words = await keptWords(context.db, tx, 'post', id);
    await markUses(context, tx, earlierVersions('post', id), mediaIdsIn(words), actor);
  }
  const missing = await markUses(context, tx, { type: 'post', id, piece: { type: 'post', id } }, ids, actor);
  // What this person had not published of it is published now, or given up.
  if (before && actor) await markUses(context, tx, workingCopyOf('post', id, actor.id), [], actor);
  const wrong = missing.filter((id) => !old.includes(id));
  if (wrong.length === 0 || post.unfinished) return;
  const inText = mediaIdsIn(post.markdown).filter((id) => wrong.includes(id)).length;
  const message = '有图片或附件已经不在了，或者不是你上传的，请重新上传';
  throw new AppError('request.invalid', undefined, [{ path: inText > 0 ? 'markdown' : 'cover', message }]);
}
