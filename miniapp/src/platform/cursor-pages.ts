import { type InfiniteData, type QueryKey, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type ApiError, asApiError } from './api-error';

/** Rows a page: few enough that one setData of a chunk stays small on an old phone. */
export const pageRows = 12;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A list read page by page, in the five states that ui/paged-list draws. */
export interface CursorPages<T, P extends Page<T> = Page<T>> {
  pages: P[];
  status: 'loading' | 'failed' | 'ready';
  /** Why the last read failed, also while older content stands. */
  error: ApiError | null;
  /** When what is shown was read, if the last read failed. */
  staleSince: Date | null;
  more: 'none' | 'idle' | 'loading';
  loadMore: () => void;
  /** Reads again from the first page. */
  refresh: () => Promise<void>;
}

/** Reads a list by cursor. `keep` lets its last answer open without a network. */
export function useCursorPages<T, P extends Page<T>>(
  key: QueryKey,
  load: (cursor: string | undefined) => Promise<P>,
  { keep = false, enabled = true }: { keep?: boolean; enabled?: boolean } = {},
): CursorPages<T, P> {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam ?? undefined),
    // Null and not undefined: a kept answer comes back from JSON.
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { keep },
    enabled,
  });
  const pages = query.data?.pages ?? [];
  const failed = query.error !== null;
  return {
    pages,
    status: pages.length > 0 ? 'ready' : failed ? 'failed' : 'loading',
    error: failed ? asApiError(query.error) : null,
    staleSince: failed && pages.length > 0 ? new Date(query.dataUpdatedAt) : null,
    more: !query.hasNextPage ? 'none' : query.isFetchingNextPage ? 'loading' : 'idle',
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) query.fetchNextPage();
    },
    refresh: async () => {
      client.setQueryData<InfiniteData<P, string | null>>(
        key,
        (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
        { updatedAt: query.dataUpdatedAt },
      );
      await query.refetch();
    },
  };
}
