import { createClient } from '@qihang/shared/contract/client';
import { postFeedbackContract } from '@qihang/shared/post-feedback/contract';
import type { Feedback } from '@qihang/shared/post-feedback/feedback';
import type { FeedbackKind } from '@qihang/shared/post-feedback/vocabulary';
import type { Post } from '@qihang/shared/posts/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { transport } from '@/platform/transport';
import { root } from './hooks';

const api = createClient(postFeedbackContract, transport);

function useShowFeedback(id: string) {
  const client = useQueryClient();
  return (feedback: Feedback) => {
    client.setQueryData<Post>([root, 'detail', id], (post) => post && { ...post, feedback });
    return client.invalidateQueries({ queryKey: ['me', 'post-feedback', id] });
  };
}

/** Says that an article is useful, outdated or wrong, or takes that back. */
export function useGiveFeedback(id: string) {
  const onSuccess = useShowFeedback(id);
  const give = useMutation({
    mutationFn: (body: { kind: FeedbackKind; note: string }) => api.give({ params: { id }, body }),
    onSuccess,
  });
  const takeBack = useMutation({
    mutationFn: (kind: FeedbackKind) => api.takeBack({ params: { id, kind } }),
    onSuccess,
  });
  return { give, takeBack };
}

/** What readers say of an article, for those who answer; never kept on the phone. */
export const useFeedbackList = (id: string) =>
  useCursorPages(['me', 'post-feedback', id], (cursor) =>
    api.list({ params: { id }, query: { limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
  );

export const useSettleFeedback = (id: string) =>
  useMutation({ mutationFn: () => api.settle({ params: { id } }), onSuccess: useShowFeedback(id) });
