import { casesContract } from '@qihang/shared/cases/contract';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { createClient } from '@qihang/shared/contract/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const api = createClient(casesContract, transport);
const appeals = {
  job: api.appealJob,
  post: api.appealPost,
  thread: api.appealThread,
  answer: api.appealAnswer,
} as const satisfies Record<ContentType, unknown>;

/** Asks another person to look at a decision again; what shows the piece, below `root`, is read again. */
export function useAppeal(type: ContentType, id: string, root: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => appeals[type]({ params: { id }, body: { text } }),
    onSettled: () =>
      Promise.all([root, 'desk'].map((first) => client.invalidateQueries({ queryKey: [first] }))),
  });
}
