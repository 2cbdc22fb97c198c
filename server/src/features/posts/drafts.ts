import { type PostUnfinished, postChange, postFields, postWhole } from '@qihang/shared/posts/contract';
import { type Actor, rankOn } from '../../actor/rules';
import { demandWhole, wholeFields } from '../../content/unfinished';
import { AppError } from '../../errors';
import type { Attached } from './attached';
import { madeFrom } from './made';
import type { PostRow } from './row';

/** Everything that is typed of an article; what hangs on it stays as it is where that is left out. */
type Typed = Required<Omit<PostUnfinished, keyof Attached>> & Pick<PostUnfinished, keyof Attached>;

export const nothingTyped: Typed = {
  title: '',
  summary: '',
  markdown: '',
  cover: null,
  pinnedUntil: null,
  source: null,
};

type Columns = Pick<
  PostRow,
  'title' | 'summary' | 'markdown' | 'cover' | 'pinnedUntil' | 'sourceName' | 'sourceUrl'
>;

/** What is typed of an article, to go on from: as it was last saved, else as its columns have it. */
export const typedIn = (row: Columns & Pick<PostRow, 'unfinished'>): Typed => ({
  title: row.title,
  summary: row.summary,
  markdown: row.markdown,
  cover: row.cover,
  pinnedUntil: row.pinnedUntil,
  source: row.sourceName === null ? null : { name: row.sourceName, url: row.sourceUrl },
  ...row.unfinished,
});

/** The words of an article: what is typed of it without what hangs on it, which is kept in places of its own. */
export function wordsIn(row: Columns & Pick<PostRow, 'unfinished'>) {
  const { mustRead: _, consent: __, ...words } = typedIn(row);
  return words;
}

const sourceColumns = (source: { name: string; url: string | null } | null) => ({
  sourceName: source?.name ?? null,
  sourceUrl: source?.url ?? null,
});

/** A text that cannot be read as a whole yet is kept as it is typed, without blocks. */
function madeOfDraft(markdown: string, summary: string) {
  try {
    return madeFrom(markdown, summary);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...madeFrom('', summary), markdown };
  }
}

/** The columns of a draft: what is typed, and as much of it as is whole already. */
export function draftColumns(typed: Typed) {
  const {
    source,
    markdown,
    summary,
    mustRead: _,
    consent: __,
    ...whole
  } = wholeFields(postFields, typed, {
    ...typed,
    title: typed.title.trim(),
    cover: null,
    pinnedUntil: null,
    source: null,
    mustRead: null,
    consent: null,
  });
  return { ...whole, ...madeOfDraft(markdown, summary), ...sourceColumns(source), unfinished: typed };
}

/**
 * The columns of a draft that is to be more than that, and what hangs on it.
 * @throws AppError `request.invalid` with each wrong field
 */
export function wholeParts(typed: Typed) {
  const { source, markdown, summary, mustRead, consent, ...whole } = demandWhole(postWhole, typed);
  return {
    columns: { ...whole, ...madeFrom(markdown, summary), ...sourceColumns(source), unfinished: null },
    attached: { mustRead: typed.mustRead === undefined ? undefined : mustRead, consent },
  };
}

/** What a change writes of an article that is more than a draft. @throws AppError `request.invalid` */
export function changedParts(row: PostRow, change: PostUnfinished) {
  const { source, markdown, summary, mustRead, consent, ...whole } = demandWhole(postChange, change);
  return {
    columns: {
      ...whole,
      ...madeFrom(markdown ?? row.markdown, summary ?? row.summary),
      ...(source === undefined ? {} : sourceColumns(source)),
    },
    attached: { mustRead, consent },
  };
}

/** What a new article has besides its words and its state; by then it is an author's, and of a board. */
export const newPost = (actor: Actor, board: string, now: Date) => ({
  board,
  authorId: actor.id,
  publishedAt: now,
  updatedAt: now,
  version: 1,
  lifeReason: null,
  lifeRank: null,
  authorRank: rankOn(actor, board),
  editedById: null,
  editedAt: null,
  importKey: null,
});
