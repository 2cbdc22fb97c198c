import { createClient } from '@qihang/shared/contract/client';
import { threadsContract } from '@qihang/shared/threads/contract';
import { useQuery } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { useSession } from '@/platform/session';
import { transport } from '@/platform/transport';
import type { ThreadFilters } from './filters';

export const api = createClient(threadsContract, transport);

/** Every query of this feature begins with it. */
export const root = 'threads';

const narrowed = ({ board, category }: ThreadFilters) => ({
  ...(board === '' ? {} : { board }),
  ...(category === null ? {} : { category: [category] }),
});

/** My own questions and those I follow are a person's: visitors have none. */
export const isPersonal = ({ tab }: Pick<ThreadFilters, 'tab'>): boolean =>
  tab === 'mine' || tab === 'following';

export function useThreadList(filters: ThreadFilters) {
  const { board, category, tab } = filters;
  const signedIn = useSession(({ token }) => token !== null);
  return useCursorPages(
    [root, 'list', board, category, tab],
    (cursor) =>
      api.list({
        query: {
          limit: pageRows,
          tab,
          ...narrowed(filters),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { keep: true, enabled: signedIn || !isPersonal(filters) },
  );
}

/** How many questions each tab has; undefined until known. */
export const useThreadCounts = (filters: ThreadFilters) =>
  useQuery({
    queryKey: [root, 'counts', filters.board, filters.category],
    queryFn: () => api.counts({ query: narrowed(filters) }),
    meta: { keep: true },
  }).data;
