import { and, count, gte, isNotNull } from 'drizzle-orm';
import type { Counted } from '../../content/kind';
import { readable } from '../../content/visibility';

// Enough for a median that does not jump.
const mostTimes = 2000;

export const threadCounts: Counted = {
  since: ({ tables: { threads } }, read, since) =>
    read
      .select({ board: threads.board, n: count() })
      .from(threads)
      .where(and(gte(threads.askedAt, since), readable(threads)))
      .groupBy(threads.board),
  async firstAnswers({ tables: { threads } }, read, since) {
    const { board, askedAt, firstAnsweredAt } = threads;
    const rows = await read
      .select({ board, askedAt, firstAnsweredAt })
      .from(threads)
      .where(and(gte(askedAt, since), isNotNull(firstAnsweredAt), readable(threads)))
      .limit(mostTimes);
    return rows.flatMap((row) =>
      row.firstAnsweredAt
        ? [{ board: row.board, ms: Math.max(0, row.firstAnsweredAt.getTime() - row.askedAt.getTime()) }]
        : [],
    );
  },
};
