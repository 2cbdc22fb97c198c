import { createClient } from '@qihang/shared/contract/client';
import { type Post, type PostUnfinished, postsContract } from '@qihang/shared/posts/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Plan } from '@/common/content/schedule-plan';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { transport } from '@/platform/transport';

export const api = createClient(postsContract, transport);

/** Every query of this feature begins with it. */
export const root = 'posts';

export const usePostList = (board: string | undefined) =>
  useCursorPages(
    [root, 'list', board],
    (cursor) =>
      api.list({
        query: {
          limit: pageRows,
          ...(board === undefined ? {} : { board }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { keep: true },
  );

/** The newest articles of a board, pinned ones first. */
export const useLatestPosts = (board: string) =>
  useQuery({
    queryKey: [root, 'latest', board],
    queryFn: () => api.list({ query: { limit: 4, board } }),
    meta: { keep: true },
  });

export const usePost = (id: string | undefined) =>
  useQuery({
    queryKey: [root, 'detail', id],
    queryFn: () => api.detail({ params: { id: id ?? '' } }),
    enabled: id !== undefined,
    meta: { keep: true },
  });

/** The blocks a Markdown text becomes, made by the server that will publish it. */
export const usePostPreview = (markdown: string, enabled: boolean) =>
  useQuery({
    queryKey: [root, 'preview', markdown],
    queryFn: () => api.preview({ body: { markdown } }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    enabled,
  });

/** After any change the article is known, and lists are read again. */
export function useRefreshPosts() {
  const client = useQueryClient();
  return (post: Post) => {
    client.setQueryData([root, 'detail', post.id], post);
    return Promise.all([[root, 'list'], ['desk']].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}

/** What the editor does with an article that is saved; `save` publishes a change of what readers see. */
export type PostMove =
  | { name: 'publish' | 'recall' | 'withdraw'; id: string }
  | ({ name: 'submit' | 'schedule'; id: string } & Plan)
  | { name: 'save'; id: string; version: number; fields: PostUnfinished; readAgain: boolean };

function send(move: PostMove): Promise<Post> {
  const params = { id: move.id };
  switch (move.name) {
    case 'save':
      return api.update({
        params,
        body: { ...move.fields, version: move.version, ...(move.readAgain ? { readAgain: true } : {}) },
      });
    case 'submit':
    case 'schedule': {
      const { publishAt, unpublishAt } = move;
      return api[move.name]({ params, body: { publishAt, unpublishAt } });
    }
    default:
      return api[move.name]({ params });
  }
}

export function useLeadPost() {
  const onSuccess = useRefreshPosts();
  return useMutation({ mutationFn: send, onSuccess });
}
