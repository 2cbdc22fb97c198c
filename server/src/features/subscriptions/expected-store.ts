import { and, asc, count, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader } from '../../db/types';

/** Saved jobs that readers see, that have a deadline ahead and were not applied for; the first to close first. */
export function listClosing(
  { tables: { savedJobs, jobs, boards } }: Database,
  read: Reader,
  userId: string,
  now: Date,
): Promise<{ title: string; closesAt: Date }[]> {
  return read
    .select({ title: jobs.title, closesAt: jobs.closesAt })
    .from(savedJobs)
    .innerJoin(jobs, eq(jobs.id, savedJobs.jobId))
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .where(
      and(
        eq(savedJobs.userId, userId),
        eq(savedJobs.progress, 'saved'),
        readable(jobs),
        eq(boards.enabled, true),
        isNotNull(jobs.deadline),
        gt(jobs.closesAt, now),
      ),
    )
    .orderBy(asc(jobs.closesAt), asc(jobs.id));
}

/** How many questions of a person readers see and that still wait for an answer. */
export async function countAsked(
  { tables: { threads } }: Database,
  read: Reader,
  userId: string,
): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(threads)
    .where(and(eq(threads.askerId, userId), inArray(threads.state, ['open', 'unsolved']), readable(threads)));
  return row?.n ?? 0;
}

/** How many pieces of a person wait for review. */
export async function countInReview(
  { tables: { jobs, posts, threads, answers } }: Database,
  read: Reader,
  userId: string,
): Promise<number> {
  const counts = [
    await read.$count(jobs, and(eq(jobs.ownerId, userId), eq(jobs.life, 'in-review'))),
    await read.$count(posts, and(eq(posts.authorId, userId), eq(posts.life, 'in-review'))),
    await read.$count(threads, and(eq(threads.askerId, userId), eq(threads.life, 'in-review'))),
    await read.$count(answers, and(eq(answers.authorId, userId), eq(answers.life, 'in-review'))),
  ];
  return counts.reduce((sum, n) => sum + n, 0);
}
