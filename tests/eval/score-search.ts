import { f1, share } from './corpus';
import type { Miss } from './score-paste';

export interface SearchDocument {
  id: string;
  board: string;
  title: string;
  body: string;
}

export interface SearchItem {
  id: string;
  query: string;
  relevant: string[];
  best?: string;
  also?: string[];
}

/** Answers a query with the ids of its hits, best first. */
export type Search = (query: string) => Promise<string[]> | string[];

export interface SearchScore {
  precision: number;
  recall: number;
  bestFirst: number;
}

/** Set precision and recall of the hits (the `also` hits count neither way) and the share of best-first answers. */
export async function scoreSearch(
  items: readonly SearchItem[],
  search: Search,
): Promise<{ score: SearchScore; f1: number; misses: Miss[] }> {
  const misses: Miss[] = [];
  let hit = 0;
  let found = 0;
  let relevant = 0;
  let bests = 0;
  let bestsFirst = 0;
  for (const item of items) {
    const answer = await search(item.query);
    const counted = answer.filter((id) => !item.also?.includes(id));
    const right = counted.filter((id) => item.relevant.includes(id));
    hit += right.length;
    found += counted.length;
    relevant += item.relevant.length;
    if (right.length !== counted.length || right.length !== item.relevant.length) {
      misses.push({ id: item.id, what: item.query, expected: item.relevant, got: counted });
    }
    if (item.best === undefined) continue;
    bests += 1;
    if (answer[0] === item.best) bestsFirst += 1;
    else
      misses.push({
        id: item.id,
        what: `${item.query}: best first`,
        expected: item.best,
        got: answer[0] ?? null,
      });
  }
  const precision = share(hit, found);
  const recall = share(hit, relevant);
  return {
    score: { precision, recall, bestFirst: share(bestsFirst, bests) },
    f1: f1(precision, recall),
    misses,
  };
}
