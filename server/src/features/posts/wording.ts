import type { Wording } from '../../content/revised';
import { wordsIn } from './drafts';
import type { NewPostRow } from './row';

/** The words of an article, and who answers for them. */
export const wordingOf = (row: NewPostRow): Wording => ({
  version: row.version,
  words: wordsIn({ ...row, unfinished: row.unfinished ?? null }),
  byId: row.editedById ?? row.authorId,
  at: row.updatedAt,
  life: row.life,
});
