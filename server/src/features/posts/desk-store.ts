import type { Desked } from '../../content/desk';
import { deskOf, leavingPieces } from '../../content/desk-store';
import type { Database } from '../../db/types';

const source = ({ tables: { posts } }: Database) => ({
  table: posts,
  author: posts.authorId,
  about: null,
  more: {},
});

/** Articles on the desks of those who write and review them. */
export const postDesk: Desked = {
  ...deskOf({ source, freshness: () => null }),
  ending: (db, read, authorId, now, until, limit) =>
    leavingPieces(read, source(db), authorId, now, until, limit),
};
