import { createClient } from '@qihang/shared/contract/client';
import { type Thread, type ThreadDraftInput, threadsContract } from '@qihang/shared/threads/contract';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { transport } from '@/platform/transport';
import type { ThreadFilters } from './filters';

const api = createClient(threadsContract, transport);

/** Every query of this feature begins with it. */
export const root = 'threads';

export const useThreadList = ({ board, category }: ThreadFilters) =>
  useCursorPages(
    [root, 'list', board, category],
    (cursor) =>
      api.list({
        query: {
          limit: pageRows,
          ...(board === '' ? {} : { board }),
          ...(category === null ? {} : { category: [category] }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { keep: true },
  );

export const useThread = (id: string | undefined) =>
  useQuery({
    queryKey: [root, 'detail', id],
    queryFn: () => api.detail({ params: { id: id ?? '' } }),
    enabled: id !== undefined,
    meta: { keep: true },
  });

/** Questions of a board that have been asked in similar words; asks only once there is something to compare. */
export function useSimilarThreads(title: string, board: string | undefined) {
  const words = title.trim().slice(0, threadLimits.title);
  return useQuery({
    queryKey: [root, 'similar', board, words],
    queryFn: () => api.similar({ query: { title: words, ...(board === undefined ? {} : { board }) } }),
    enabled: words.length >= 4,
    placeholderData: keepPreviousData,
  }).data?.items;
}

function useRefreshThreads() {
  const client = useQueryClient();
  return (thread: Thread) => {
    client.setQueryData([root, 'detail', thread.id], thread);
    return client.invalidateQueries({ queryKey: [root, 'list'] });
  };
}

export function useAsk() {
  const onSuccess = useRefreshThreads();
  return useMutation({ mutationFn: (draft: ThreadDraftInput) => api.ask({ body: draft }), onSuccess });
}

export function useAnswer(id: string) {
  const onSuccess = useRefreshThreads();
  return useMutation({
    mutationFn: (body: string) => api.answer({ params: { id }, body: { body } }),
    onSuccess,
  });
}

export function useAccept(id: string) {
  const onSuccess = useRefreshThreads();
  return useMutation({
    mutationFn: (answerId: string) => api.accept({ params: { id }, body: { answerId } }),
    onSuccess,
  });
}
