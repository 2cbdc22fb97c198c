import type { SearchHit } from '@qihang/shared/search/contract';
import { excerpt } from '@qihang/shared/search/excerpt';
import { highlight, type Marked } from '@qihang/shared/search/highlight';
import type { Hit } from '../../content/kind';
import type { SearchHitRow } from '../../db/search/search-index';

/** Two lines of a phone. */
const excerptLength = 60;

/** Quotes the first text in which the query is found, or else the opening words of the first that has any. */
function quote(texts: readonly string[], query: string): Marked {
  let opening: Marked | undefined;
  for (const text of texts) {
    const quoted = excerpt(text, query, excerptLength);
    if (quoted.marks.length > 0) return quoted;
    if (text !== '') opening ??= quoted;
  }
  return opening ?? { text: '', marks: [] };
}

export function viewHit(hit: SearchHitRow, piece: Hit, query: string, now: Date): SearchHit {
  return {
    type: hit.type,
    id: hit.refId,
    board: hit.board,
    title: { text: piece.title, marks: highlight(piece.title, query) },
    excerpt: quote(piece.texts, query),
    about: piece.about,
    closed: piece.closesAt !== null && piece.closesAt <= now,
    publishedAt: hit.publishedAt.toISOString(),
  };
}
