import { FollowAbove } from '@/common/follows/follow-line';
import { useFollowing, useFollows } from '@/common/follows/follows';
import { useSession } from '@/platform/session';
import type { JobFilters } from '../browse/filters';
import { draftOf, followable, isOf } from './followed-filter';

/** Below the filters of the list, where one is chosen that can be followed. */
export function FollowFilter({ filters }: { filters: JobFilters }) {
  const filter = followable(filters);
  const signedIn = useSession(({ token }) => token !== null);
  const { data, isPending } = useFollows(filter !== null);
  const { follow, busy } = useFollowing();
  if (filter === null) return null;
  const known = data?.items.find((one) => isOf(one, filter));
  const draft = draftOf(filter);
  return (
    <FollowAbove
      what={draft.kind === 'board' ? '这个栏目' : '这个筛选'}
      news="符合的新岗位"
      follow={known ?? (signedIn && isPending ? undefined : null)}
      busy={busy}
      onFollow={() => follow(draft)}
    />
  );
}
