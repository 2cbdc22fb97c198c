import { useSession } from '@/platform/session';
import { FollowLine } from './follow-line';
import { useEmployerFollow, useFollowing } from './follows';

/** On the page of a job. */
export function FollowEmployer({ company }: { company: string }) {
  const signedIn = useSession(({ token }) => token !== null);
  const { data, isPending } = useEmployerFollow(company);
  const { follow, busy } = useFollowing();
  return (
    <FollowLine
      what="这家单位"
      news="新岗位"
      follow={data ?? (signedIn && isPending ? undefined : null)}
      busy={busy}
      onFollow={() => follow({ kind: 'employer', company })}
    />
  );
}
