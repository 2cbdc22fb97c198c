import { useQuery } from '@tanstack/react-query';
import { useSession } from '@/platform/session';
import { jobsApi } from '../api';
import { root } from '../hooks';

/** Jobs that suit the signed-in reader, and what a fuller profile would add. */
export function useRecommendedJobs() {
  const signedIn = useSession(({ token }) => token !== null);
  return useQuery({
    queryKey: [root, 'recommended'],
    queryFn: () => jobsApi.recommended({}),
    enabled: signedIn,
    meta: { keep: true },
  });
}
