import { createClient } from '@qihang/shared/contract/client';
import { threadsContract } from '@qihang/shared/threads/contract';
import { threadMeasuresContract } from '@qihang/shared/threads/measures';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';
import { root } from './hooks';

const api = createClient(threadMeasuresContract, transport);
const threads = createClient(threadsContract, transport);

/** Locking, opening, moving and merging one question; everything of questions is read again afterwards. */
export function useMeasures(id: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: [root] });
  const target = { type: 'thread', id } as const;
  return {
    lock: useMutation({ mutationFn: (reason: string) => api.lock({ body: { target, reason } }), onSuccess }),
    unlock: useMutation({
      mutationFn: (reason: string) => api.unlock({ body: { target, reason } }),
      onSuccess,
    }),
    move: useMutation({
      mutationFn: ({ board, reason }: { board: string; reason: string }) =>
        api.move({ body: { target, board, reason } }),
      onSuccess,
    }),
    merge: useMutation({
      mutationFn: ({ into, reason }: { into: string; reason: string }) =>
        api.merge({ body: { target, into, reason } }),
      onSuccess,
    }),
  };
}

/** Questions that may ask the same as this one, by words of a title. */
export function useMergeChoices(id: string, words: string, enabled: boolean) {
  const title = words.trim().slice(0, threadLimits.title);
  return useQuery({
    queryKey: [root, 'similar', 'merge', title],
    queryFn: () => threads.similar({ query: { title } }),
    enabled: enabled && title.length >= 2,
    placeholderData: keepPreviousData,
    select: ({ items }) => items.filter((item) => item.id !== id),
  });
}
