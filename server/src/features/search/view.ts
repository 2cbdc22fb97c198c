import type { SearchHit } from '@qihang/shared/search/contract';
import { excerpt } from '@qihang/shared/search/excerpt';
import { highlight } from '@qihang/shared/search/highlight';
import type { SearchHitRow } from '../../db/search/search-index';
import type { Found } from './store';

/** Two lines of a phone. */
const excerptLength = 60;

export function viewHit(hit: SearchHitRow, thing: Found, query: string, now: Date): SearchHit {
  return {
    type: hit.type,
    id: hit.refId,
    board: hit.board,
    title: { text: thing.title, marks: highlight(thing.title, query) },
    excerpt: excerpt(thing.body, query, excerptLength),
    about: thing.about,
    closed: thing.closesAt !== null && thing.closesAt <= now,
    publishedAt: hit.publishedAt.toISOString(),
  };
}
