import type { MustRead, MustReadDraft } from '@qihang/shared/must-read/notice';
import type { Actor } from '../../actor/rules';
import type { Database, Tx } from '../../db/types';
import { deleteMustRead, findMustRead, getMember, listMustReads, putMustRead } from './store';
import { viewMustRead } from './view';

/**
 * Makes an article a must-read notice, or, with null, a plain one again.
 * @param again an important change: who has read it is asked once more
 */
export async function setMustRead(
  db: Database,
  tx: Tx,
  postId: string,
  draft: MustReadDraft | null,
  { now, again = false }: { now: Date; again?: boolean },
): Promise<void> {
  if (draft === null) {
    await deleteMustRead(db, tx, postId);
    return;
  }
  const before = await findMustRead(db, tx, postId, now);
  const { round, askedAt } = before && !again ? before : { round: (before?.round ?? 0) + 1, askedAt: now };
  await putMustRead(db, tx, { postId, ...draft, round, askedAt });
}

/** An important change of an article that stays a notice as it is: asked once more. */
export async function askAgain(db: Database, tx: Tx, postId: string, now: Date): Promise<void> {
  const before = await findMustRead(db, tx, postId, now);
  if (before) await putMustRead(db, tx, { ...before, round: before.round + 1, askedAt: now });
}

/** The notices among these articles, by id, as this person sees them. */
export async function mustReadsAmong(
  db: Database,
  posts: readonly { id: string; authorId: string; board: string }[],
  actor: Actor | null,
  now: Date,
): Promise<Map<string, MustRead>> {
  if (posts.length === 0) return new Map();
  const ids = posts.map(({ id }) => id);
  const rows = await listMustReads(db, db.read, ids, actor?.id ?? null, now);
  if (rows.length === 0) return new Map();
  const member = actor && (await getMember(db, db.read, actor.id));
  const found = new Map<string, MustRead>();
  for (const post of posts) {
    const row = rows.find(({ postId }) => postId === post.id);
    const view = row && viewMustRead(row, post, { actor, member }, now);
    if (view) found.set(post.id, view);
  }
  return found;
}
