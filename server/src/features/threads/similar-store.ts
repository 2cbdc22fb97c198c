import { and, inArray } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';
import { selectThreads, type ThreadListRow } from './store';

/** So many of the most similar titles are put in order of what they are worth. */
const considered = 40;

/** What a person about to ask is helped by most comes first. */
const worth = { solved: 0, answered: 1, closed: 1, unsolved: 2, open: 2, pending: 3 } as const;

/** A title counts as similar with this much of what the most similar one shares. */
const nearEnough = 0.5;

/** Questions with a similar title that readers see: solved before answered before open, of each the most similar first. */
export async function listSimilar(
  db: Database,
  title: string,
  board: string | undefined,
  limit: number,
): Promise<ThreadListRow[]> {
  const { read, tables } = db;
  const slugs = board === undefined ? await enabledSlugs(db, read, 'thread') : [{ slug: board }];
  const boards = slugs.map(({ slug }) => slug);
  const hits = await db.search.similar(read, title, { type: 'thread', boards, limit: considered });
  const best = hits[0]?.score ?? 0;
  const scores = new Map(
    hits.flatMap(({ refId, score }) => (score >= best * nearEnough ? [[refId, score] as const] : [])),
  );
  if (scores.size === 0) return [];
  const { threads } = tables;
  const rows = await selectThreads(db, read).where(
    and(inArray(threads.id, [...scores.keys()]), readable(threads)),
  );
  const scoreOf = ({ thread }: ThreadListRow): number => scores.get(thread.id) ?? 0;
  return rows
    .sort(
      (a, b) =>
        worth[a.thread.state] - worth[b.thread.state] ||
        scoreOf(b) - scoreOf(a) ||
        b.thread.askedAt.getTime() - a.thread.askedAt.getTime(),
    )
    .slice(0, limit);
}
