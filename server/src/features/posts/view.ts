import type { Decisions } from '@qihang/shared/content/decisions';
import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { Post, PostSummary } from '@qihang/shared/posts/contract';
import type { Actor } from '../../actor/rules';
import { viewLife } from '../../content/life-view';
import { canEditPiece, isHidden, isUnfinished, reportAction } from '../../content/rules';
import type { Byline } from '../users/public';
import { typedIn } from './drafts';
import type { PostRow } from './row';
import { isPinned, postActionsFor } from './rules';
import type { PostSummaryRow } from './store';

const nobody: Byline = { name: '已注销用户', about: '' };

export function viewSummary(
  row: PostSummaryRow & { review?: ReviewPolicy },
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
    life: row.life,
    state: row.life,
    hidden: isHidden(row),
    viewer: { can: postActionsFor(actor, row, row.review) },
  };
}

export function viewPost(
  row: PostRow & { review: ReviewPolicy },
  names: ReadonlyMap<string, Byline>,
  decisions: Decisions,
  actor: Actor | null,
  now: Date,
): Post {
  const { editedById, editedAt } = row;
  const nameOf = (id: string | null) => (id === null ? undefined : (names.get(id) ?? nobody).name);
  const summary = viewSummary(row, names.get(row.authorId), actor, now);
  return {
    ...summary,
    viewer: { can: [...summary.viewer.can, ...reportAction(actor, row)] },
    ...viewLife(row, { actor, now }),
    ...decisions,
    unfinished: isUnfinished(row) && actor?.id === row.authorId ? typedIn(row) : null,
    blocks: row.blocks,
    ...(canEditPiece(actor, row) ? { markdown: row.markdown } : {}),
    source: row.sourceName === null ? null : { name: row.sourceName, url: row.sourceUrl },
    updatedAt: row.updatedAt.toISOString(),
    edited:
      editedById && editedAt ? { by: nameOf(editedById) ?? nobody.name, at: editedAt.toISOString() } : null,
    version: row.version,
    hiddenReason: isHidden(row) ? row.lifeReason : null,
  };
}
