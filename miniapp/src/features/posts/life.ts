import type { Post } from '@qihang/shared/posts/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useLife } from '@/common/content/use-life';
import { back, open } from '@/platform/navigation';
import { api, useRefreshPosts } from './hooks';

/** Leads one of my articles through its life. */
export function usePostLife(post: Post) {
  const client = useQueryClient();
  return useLife(post, {
    api,
    onMoved: useRefreshPosts(),
    onDiscarded: () => {
      back();
      return client.invalidateQueries({ queryKey: ['desk'] });
    },
    onMend: () => open('postForm', { id: post.id }),
  });
}
