import type { FeedbackKind } from '@qihang/shared/post-feedback/vocabulary';
import { and, asc, count, desc, eq, inArray, isNull, max, ne, sql } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

/** What waits for an answer: 过期 and 有误 without one. */
const waits = ({ tables: { postFeedback } }: Database) =>
  and(isNull(postFeedback.settledAt), ne(postFeedback.kind, 'useful'));

/** One kind of feedback that waits at one article. */
export interface OpenFeedback {
  postId: string;
  board: string;
  title: string;
  kind: Exclude<FeedbackKind, 'useful'>;
  /** The latest note; '' for none. */
  note: string;
  at: Date;
  /** How many people say so. */
  count: number;
  /** Whether the author was shown all of it. */
  seen: boolean;
}

/** What waits for an answer at this author's articles, by article and kind, the latest first; says nothing of who gave it. */
export async function listOpenFeedback(
  db: Database,
  read: Reader,
  authorId: string,
  limit: number,
): Promise<OpenFeedback[]> {
  const { postFeedback, posts } = db.tables;
  const { postId } = postFeedback;
  const kind = sql<OpenFeedback['kind']>`${postFeedback.kind}`;
  const at = max(postFeedback.at);
  const groups = await read
    .select({
      postId,
      board: posts.board,
      title: posts.title,
      kind,
      at,
      count: count(),
      unseen: sql<number>`sum(case when ${isNull(postFeedback.seenAt)} then 1 else 0 end)`.mapWith(Number),
    })
    .from(postFeedback)
    .innerJoin(posts, eq(posts.id, postId))
    .where(and(eq(posts.authorId, authorId), waits(db)))
    .groupBy(postId, posts.board, posts.title, postFeedback.kind)
    .orderBy(desc(at), desc(postId), asc(postFeedback.kind))
    .limit(limit);
  if (groups.length === 0) return [];
  const latest = await read
    .select({ postId, kind, note: postFeedback.note, at: postFeedback.at })
    .from(postFeedback)
    .where(
      and(
        inArray(
          postId,
          groups.map((group) => group.postId),
        ),
        waits(db),
      ),
    )
    .orderBy(desc(postFeedback.at), desc(postFeedback.id));
  return groups.map(({ unseen, at: since, ...group }) => {
    const last = latest.find((one) => one.postId === group.postId && one.kind === group.kind);
    return { ...group, note: last?.note ?? '', at: last?.at ?? (since as Date), seen: unseen === 0 };
  });
}

/** The author was shown what waits. It goes on waiting until it is answered. */
export async function markFeedbackSeen(db: Database, tx: Tx, authorId: string, now: Date): Promise<void> {
  const { postFeedback, posts } = db.tables;
  const mine = tx.select({ id: posts.id }).from(posts).where(eq(posts.authorId, authorId));
  await tx
    .update(postFeedback)
    .set({ seenAt: now })
    .where(and(waits(db), isNull(postFeedback.seenAt), inArray(postFeedback.postId, mine)));
}
