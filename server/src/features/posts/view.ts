import type { Post, PostSummary } from '@qihang/shared/posts/contract';
import type { Actor } from '../../actor/rules';
import { isHidden } from '../../content/rules';
import type { Byline } from '../users/public';
import type { PostRow } from './row';
import { canEditPost, isPinned, postActionsFor } from './rules';
import type { PostSummaryRow } from './store';

const nobody: Byline = { name: '已注销用户', about: '' };

export function viewSummary(
  row: PostSummaryRow,
  author: Byline = nobody,
  actor: Actor | null,
  now: Date,
): PostSummary {
  return {
    id: row.id,
    board: row.board,
    title: row.title,
    summary: row.summary,
    cover: row.cover,
    author,
    pinnedUntil: row.pinnedUntil,
    pinned: isPinned(row.pinnedUntil, now),
    publishedAt: row.publishedAt.toISOString(),
    readingMinutes: row.readingMinutes,
    hidden: isHidden(row),
    viewer: { can: postActionsFor(actor, row) },
  };
}

export function viewPost(row: PostRow, author: Byline | undefined, actor: Actor | null, now: Date): Post {
  return {
    ...viewSummary(row, author, actor, now),
    blocks: row.blocks,
    ...(canEditPost(actor, row) ? { markdown: row.markdown } : {}),
    source: row.sourceName === null ? null : { name: row.sourceName, url: row.sourceUrl },
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    hiddenReason: row.lifeReason,
  };
}
