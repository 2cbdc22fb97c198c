import { type ThreadCategory, threadCategories } from '@qihang/shared/threads/vocabulary';
import { create } from 'zustand';
import { addressQuery } from '@/platform/navigation';

export interface ThreadFilters {
  /** Slug of one question board; empty for all of them. */
  board: string;
  category: ThreadCategory | null;
}

/** Filters as an address carries them; a word that is no category is dropped, since links get cut and edited. */
export const threadFiltersOf = ({ board, category }: Record<string, string[]>): ThreadFilters => ({
  board: board?.[0] ?? '',
  category: threadCategories.find((one) => one === category?.[0]) ?? null,
});

/** What an address carries of the filters: only what is set. */
export const threadQueryOf = ({ board, category }: ThreadFilters) => ({
  ...(board === '' ? {} : { board }),
  ...(category === null ? {} : { category }),
});

/** What the list of questions shows. Lives outside the page, so that a tile can send readers to one board of a tab. */
export const useThreadFilters = create<ThreadFilters>(() => threadFiltersOf(addressQuery()));

export const changeThreadFilters = (change: Partial<ThreadFilters>) => useThreadFilters.setState(change);
