import { and, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '../../db/types';

/** Those who follow one question follow the other, too, from this instant; what they followed stays, so that it can be taken back. */
export async function copyFollowers(
  { tables: { threadFollows } }: Database,
  tx: Tx,
  { from, into, at }: { from: string; into: string; at: Date },
): Promise<void> {
  const followers = await tx
    .select({ userId: threadFollows.userId })
    .from(threadFollows)
    .where(eq(threadFollows.threadId, from));
  if (followers.length === 0) return;
  await tx
    .insert(threadFollows)
    .values(followers.map(({ userId }) => ({ threadId: into, userId, followedAt: at })))
    .onConflictDoNothing();
}

/** Takes back what `copyFollowers` did at this instant. */
export async function dropCopied(
  { tables: { threadFollows } }: Database,
  tx: Tx,
  { from, into, at }: { from: string; into: string; at: Date },
): Promise<void> {
  const followers = tx
    .select({ userId: threadFollows.userId })
    .from(threadFollows)
    .where(eq(threadFollows.threadId, from));
  await tx
    .delete(threadFollows)
    .where(
      and(
        eq(threadFollows.threadId, into),
        eq(threadFollows.followedAt, at),
        inArray(threadFollows.userId, followers),
      ),
    );
}
