import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';
import { keepAnswer, keptAnswer } from './kept-answers';
import { retryOf } from './retrying';

/** `meta: { keep: true }` on a query keeps its last answer on the phone, so that it opens without a network. */
declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error;
    queryMeta: { keep?: boolean };
  }
}

const queryCache = new QueryCache();

queryCache.subscribe((event) => {
  const query = event.query as Query;
  if (!query.meta?.keep) return;
  if (event.type === 'added' && query.state.data === undefined) {
    const kept = keptAnswer(query.queryHash);
    // Shown at once and asked for anew, however young: since that visit somebody may have signed in.
    if (kept)
      query.setState({
        ...query.state,
        data: kept.data,
        dataUpdatedAt: kept.updatedAt,
        status: 'success',
        isInvalidated: true,
      });
  }
  if (event.type === 'updated' && event.action.type === 'success' && !event.action.manual)
    keepAnswer(query.queryHash, { data: query.state.data, updatedAt: query.state.dataUpdatedAt });
});

// Whoever is refused has lost what the page still offers, a term that ended while it was open: everything is read again.
const mutationCache = new MutationCache({
  onError: (error) => {
    if (error instanceof ApiError && error.code === 'action.forbidden') queryClient.invalidateQueries();
  },
});

export const queryClient: QueryClient = new QueryClient({
  queryCache,
  mutationCache,
  defaultOptions: {
    queries: {
      // Without a network or an answer the call fails at once and the page says so, with what was kept of it; it is asked
      // again by itself until it is answered.
      networkMode: 'always',
      retry: false,
      refetchInterval: (query) => retryOf(query as Query),
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: (query) => !(query.state.error instanceof ApiError),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
