import type {
  Answer,
  answerChange,
  answerDraft,
  Thread,
  ThreadDraftInput,
  threadChange,
} from '@qihang/shared/threads/contract';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { rememberCare } from './care-shown';
import { api, root } from './hooks';

const detailKey = (id: string | undefined) => [root, 'detail', id];

export const useThread = (id: string | undefined) =>
  useQuery({
    queryKey: detailKey(id),
    queryFn: () => api.detail({ params: { id: id ?? '' } }),
    enabled: id !== undefined,
    meta: { keep: true },
  });

/** Questions like this one, without it. */
export const useRelatedThreads = (thread: Thread, enabled: boolean) =>
  useQuery({
    queryKey: [root, 'similar', thread.board, thread.title],
    queryFn: () => api.similar({ query: { title: thread.title, board: thread.board } }),
    enabled,
  }).data?.items.filter(({ id }) => id !== thread.id);

const refreshLists = (client: QueryClient) =>
  Promise.all(['list', 'counts'].map((part) => client.invalidateQueries({ queryKey: [root, part] })));

/** A change of a question that is answered with the whole of it. */
function useThreadChange<Input>(change: (input: Input) => Promise<Thread>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (thread: Thread) => {
      if (thread.care !== null) rememberCare(thread.id, thread.care);
      client.setQueryData(detailKey(thread.id), thread);
      // Nobody waits for lists that are out of sight.
      void refreshLists(client);
    },
  });
}

type ThreadWords = z.input<typeof threadChange>;
type AnswerWords = z.input<typeof answerDraft>;
type AnswerChange = z.input<typeof answerChange>;

export const useAsk = () => useThreadChange((body: ThreadDraftInput) => api.ask({ body }));

export const useEditThread = (id: string) =>
  useThreadChange((body: ThreadWords) => api.edit({ params: { id }, body }));

export const useAnswer = (id: string) =>
  useThreadChange((body: AnswerWords) => api.answer({ params: { id }, body }));

export const useEditAnswer = (id: string) =>
  useThreadChange((body: AnswerChange) => api.editAnswer({ params: { id }, body }));

export const useAccept = (id: string) =>
  useThreadChange((answerId: string) => api.accept({ params: { id }, body: { answerId } }));

/** What an asker does with the own question, each one request without words. */
export type AskerMove = 'unsolved' | 'reopen' | 'close';

export const useAskerMove = (id: string) =>
  useThreadChange((move: AskerMove) => {
    const one = { params: { id } };
    if (move === 'close') return api.close({ ...one, body: {} });
    return move === 'unsolved' ? api.unsolved(one) : api.reopen(one);
  });

/** Shows a change at once, and takes it back with a word where it is refused. */
function useAtOnce<Input>(
  threadId: string,
  send: (input: Input) => Promise<unknown>,
  applied: (thread: Thread, input: Input) => Thread,
) {
  const client = useQueryClient();
  const key = detailKey(threadId);
  return useMutation({
    mutationFn: send,
    onMutate: async (input: Input) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<Thread>(key);
      if (before) client.setQueryData<Thread>(key, applied(before, input));
      return before;
    },
    onError: (error, _, before) => {
      if (before) client.setQueryData<Thread>(key, before);
      toast(asApiError(error).message);
    },
    onSuccess: () => refreshLists(client),
  });
}

const swapped = <Word extends string>(can: readonly Word[], from: Word, to: Word): Word[] =>
  can.map((word) => (word === from ? to : word));

export const useFollow = (id: string) =>
  useAtOnce(
    id,
    (following: boolean) => (following ? api.follow({ params: { id } }) : api.unfollow({ params: { id } })),
    (thread, following) => ({
      ...thread,
      following,
      viewer: {
        can: following
          ? swapped(thread.viewer.can, 'follow', 'unfollow')
          : swapped(thread.viewer.can, 'unfollow', 'follow'),
      },
    }),
  );

export const useUseful = (threadId: string, { id }: Answer) =>
  useAtOnce(
    threadId,
    (mine: boolean) => (mine ? api.markUseful({ params: { id } }) : api.unmarkUseful({ params: { id } })),
    (thread, mine) => ({
      ...thread,
      answers: thread.answers.map((answer) =>
        answer.id === id ? { ...answer, useful: { n: answer.useful.n + (mine ? 1 : -1), mine } } : answer,
      ),
    }),
  );

/** What a question, or one of its answers, said before. */
export const usePastWords = (id: string, answerId: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: [root, 'history', id, answerId],
    queryFn: () =>
      answerId === undefined
        ? api.history({ params: { id } })
        : api.answerHistory({ params: { id: answerId } }),
    enabled,
  });
