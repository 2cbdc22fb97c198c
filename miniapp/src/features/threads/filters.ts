import {
  type ThreadCategory,
  type ThreadTab,
  threadCategories,
  threadTabs,
} from '@qihang/shared/threads/vocabulary';
import { create } from 'zustand';
import { addressQuery } from '@/platform/navigation';

export interface ThreadFilters {
  /** Slug of one question board; empty for all of them. */
  board: string;
  category: ThreadCategory | null;
  tab: ThreadTab;
}

/** With answers first: the first screen answers. */
const firstTab: ThreadTab = 'answered';

/** Filters as an address carries them; a word that is none is dropped, since links get cut and edited. */
export const threadFiltersOf = ({ board, category, tab }: Record<string, string[]>): ThreadFilters => ({
  board: board?.[0] ?? '',
  category: threadCategories.find((one) => one === category?.[0]) ?? null,
  tab: threadTabs.find((one) => one === tab?.[0]) ?? firstTab,
});

/** What an address carries of the filters: only what is set. */
export const threadQueryOf = ({ board, category, tab }: ThreadFilters) => ({
  ...(board === '' ? {} : { board }),
  ...(category === null ? {} : { category }),
  ...(tab === firstTab ? {} : { tab }),
});

/** What the list of questions shows. Lives outside the page, so that a tile can send readers to one board of a tab. */
export const useThreadFilters = create<ThreadFilters>(() => threadFiltersOf(addressQuery()));

export const changeThreadFilters = (change: Partial<ThreadFilters>) => useThreadFilters.setState(change);
