import type { Post } from '@qihang/shared/posts/contract';

/** What the form holds: text as it is typed. */
export interface PostForm {
  board: string;
  title: string;
  summary: string;
  markdown: string;
  pinnedUntil: string | null;
  sourceName: string;
  sourceUrl: string;
}

export const emptyPostForm: PostForm = {
  board: '',
  title: '',
  summary: '',
  markdown: '',
  pinnedUntil: null,
  sourceName: '',
  sourceUrl: '',
};

export const formOfPost = (post: Post): PostForm => ({
  board: post.board,
  title: post.title,
  summary: post.summary,
  markdown: post.markdown ?? '',
  pinnedUntil: post.pinnedUntil,
  sourceName: post.source?.name ?? '',
  sourceUrl: post.source?.url ?? '',
});

/** The draft as the server takes it; not yet checked. A cover set elsewhere stays. */
export function draftOf({ sourceName, sourceUrl, ...form }: PostForm, existing: Post | undefined) {
  const named = sourceName.trim() !== '' || sourceUrl.trim() !== '';
  return {
    ...form,
    cover: existing?.cover ?? null,
    source: named ? { name: sourceName, url: sourceUrl.trim() || null } : null,
  };
}
