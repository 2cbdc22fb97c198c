import { createClient } from '@qihang/shared/contract/client';
import { searchContract } from '@qihang/shared/search/contract';
import { useState } from 'react';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { store, stored } from '@/platform/storage';
import { transport } from '@/platform/transport';

const api = createClient(searchContract, transport);

/** Hits of `q` on one board, or on all. */
export const useSearch = (q: string, board: string | null) =>
  useCursorPages(
    ['search', q, board],
    (cursor) =>
      api.search({
        query: {
          q,
          limit: pageRows,
          ...(board === null ? {} : { board }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { enabled: q !== '' },
  );

const recentKey = 'searches';
const recentLength = 10;

/** What was searched for on this phone, latest first. */
export function useRecentSearches() {
  const [recent, setRecent] = useState<string[]>(() => stored<string[]>(recentKey) ?? []);
  const keep = (list: string[]) => {
    store(recentKey, list);
    setRecent(list);
  };
  return {
    recent,
    add: (q: string) => keep([q, ...recent.filter((one) => one !== q)].slice(0, recentLength)),
    clear: () => keep([]),
  };
}
