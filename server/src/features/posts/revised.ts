import { pick } from '@qihang/shared/pick';
import type { PostUnfinished } from '@qihang/shared/posts/contract';
import { changedFields, type Revised, type Words } from '../../content/revised';
import { blocksOf } from '../../markdown/blocks';
import { UnreadableMarkdownError } from '../../markdown/parser';
import { rewritePost } from './actions';
import { wordsIn } from './drafts';
import { findPost } from './store';
import { wordingOf } from './wording';

type PostWords = ReturnType<typeof wordsIn>;

const labels = {
  title: '标题',
  markdown: '正文',
  summary: '摘要',
  cover: '封面',
  pinnedUntil: '置顶到',
  source: '来源',
} as const satisfies Record<keyof PostWords, string>;

const textOfField: { [F in keyof PostWords]: (value: PostUnfinished[F]) => string } = {
  title: (text) => text ?? '',
  markdown: (text) => text ?? '',
  summary: (text) => text ?? '',
  cover: (address) => address ?? '',
  pinnedUntil: (day) => day ?? '',
  source: (source) => [source?.name, source?.url].filter(Boolean).join('\n'),
};

/** Articles version by version. */
export const revisedPosts: Revised = {
  async current(db, read, id) {
    const row = await findPost(db, read, id);
    return row && wordingOf(row);
  },
  labels,
  textOf: (field, words) =>
    (textOfField as Record<string, (value: unknown) => string>)[field]?.(words[field]) ?? '',
  blocksOf({ markdown }: Words) {
    try {
      return blocksOf(String(markdown ?? ''));
    } catch (error) {
      if (error instanceof UnreadableMarkdownError) return null;
      throw error;
    }
  },
  restore: (context, { id, version, words, ...by }) =>
    rewritePost(context, {
      ...by,
      id,
      version,
      kind: 'restored',
      changeOf: (row) =>
        pick(words as PostUnfinished, changedFields(wordsIn(row), words) as (keyof PostWords)[]),
    }),
};
