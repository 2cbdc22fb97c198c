import { useSession } from '@/platform/session';
import { FollowAbove } from './follow-line';
import { useFollowing, useFollows } from './follows';

/** Above the articles of a board. */
export function FollowBoard({ slug }: { slug: string }) {
  const signedIn = useSession(({ token }) => token !== null);
  const { data, isPending } = useFollows();
  const { follow, busy } = useFollowing();
  const known = data?.items.find(({ board }) => board === slug);
  return (
    <FollowAbove
      what="这个栏目"
      news="新文章"
      follow={known ?? (signedIn && isPending ? undefined : null)}
      busy={busy}
      onFollow={() => follow({ kind: 'board', board: slug })}
    />
  );
}
