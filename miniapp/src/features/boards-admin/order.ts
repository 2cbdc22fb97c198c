import type { BoardSetting } from '@qihang/shared/boards/contract';

type Place = Pick<BoardSetting, 'slug' | 'position'>;

/** Room between two neighbours, as the first boards of a database have it. */
const step = 10;

/**
 * The boards that get another position when `slug` moves one place up (-1) or down (1) in `boards`, which stand in order;
 * none at the ends. Everybody is counted anew, so positions that two boards share come apart.
 */
export function moved(boards: readonly Place[], slug: string, by: -1 | 1): Place[] {
  const from = boards.findIndex((board) => board.slug === slug);
  const [board, neighbour] = [boards[from], boards[from + by]];
  if (!board || !neighbour) return [];
  const order = [...boards];
  order[from] = neighbour;
  order[from + by] = board;
  return order
    .map(({ slug, position }, index) => ({ slug, before: position, position: (index + 1) * step }))
    .filter(({ before, position }) => before !== position)
    .map(({ slug, position }) => ({ slug, position }));
}

/** The position behind all of `boards`; the contract ends at 999. */
export const lastPosition = (boards: readonly Place[]) =>
  Math.min(999, Math.max(0, ...boards.map(({ position }) => position)) + step);
