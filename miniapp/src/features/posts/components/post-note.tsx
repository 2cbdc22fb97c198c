import type { Post } from '@qihang/shared/posts/contract';
import { nextActs } from '@/common/content/next-acts';
import { PieceNote } from '@/common/content/piece-note';
import { open } from '@/platform/navigation';
import { usePostLife } from '../hooks';

/** Whether readers see this article, and what its author may do next. */
export function PostNote({ post, now }: { post: Post; now: Date }) {
  const { acts } = usePostLife(post);
  return (
    <PieceNote piece={post} now={now} acts={nextActs(post, acts, () => open('postForm', { id: post.id }))} />
  );
}
