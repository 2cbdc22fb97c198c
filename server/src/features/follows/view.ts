import type { Follow } from '@qihang/shared/follows/contract';
import type { FollowRow } from './store';

export function viewFollow(
  row: FollowRow,
  { title, recent, off }: Pick<Follow, 'title' | 'recent' | 'off'>,
): Follow {
  const { id, kind, board, company, filter, mode, createdAt } = row;
  return { id, kind, title, board, company, filter, mode, createdAt: createdAt.toISOString(), recent, off };
}
