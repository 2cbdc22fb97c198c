import type { Thread } from '@qihang/shared/threads/contract';
import { askFor } from '@/common/reach/asking';
import { signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Act } from '@/ui/action-bar';
import { useFollow } from '../thread-hooks';

/** Whether the reader may follow this question; a visitor signs in first. */
const mayFollow = ({ viewer: { can } }: Thread, signedIn: boolean) =>
  !signedIn || can.includes('follow') || can.includes('unfollow');

/** Being told about answers, or no more. */
export function Follow({ thread }: { thread: Thread }) {
  const signedIn = useSession(({ token }) => token !== null);
  const follow = useFollow(thread.id);
  if (!mayFollow(thread, signedIn)) return null;
  const { following } = thread;
  const press = () => {
    if (!signedIn) return signInFirst();
    if (!following) askFor('answer');
    follow.mutate(!following);
  };
  return <Act icon={following ? 'check' : 'bell'} text={following ? '已关注' : '关注'} onTap={press} />;
}
