import type { MustReadDraft } from '@qihang/shared/must-read/notice';
import type { ConsentDraft } from '@qihang/shared/portrayals/consent';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { askAgain, setMustRead } from '../must-read/public';
import { recordConsent } from '../portrayals/public';
import { keepUploads } from './keep-uploads';
import type { PostRow } from './row';

/** What hangs on an article besides its columns, as it is to be from now on; what is undefined stays. */
export interface Attached {
  mustRead?: MustReadDraft | null | undefined;
  /** Null records none, and leaves the one there is. */
  consent?: ConsentDraft | null | undefined;
}

export interface Attaching {
  actor: Actor;
  now: Date;
  requestId: string;
  /** The article as it was before. */
  before?: PostRow | undefined;
  /** 重要修改: who has read it is asked once more. */
  readAgain?: boolean | undefined;
}

/**
 * Writes what hangs on an article, in the transaction that writes the article.
 * @throws AppError `request.invalid` at the field that refers to something which is not there
 */
export async function attach(
  context: Context,
  tx: Tx,
  row: PostRow,
  { mustRead, consent }: Attached,
  { actor, now, requestId, before, readAgain }: Attaching,
): Promise<void> {
  const { db, ids } = context;
  await keepUploads(context, tx, row, actor, before);
  if (mustRead !== undefined) await setMustRead(db, tx, row.id, mustRead, { now, again: readAgain });
  else if (readAgain) await askAgain(db, tx, row.id, now);
  if (!consent) return;
  const recording = { postId: row.id, actor, now, requestId };
  await recordConsent(context, tx, consent, {
    ...recording,
    ids: { consent: ids.next(now), audit: ids.next(now) },
  });
}
