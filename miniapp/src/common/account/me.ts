import { createClient } from '@qihang/shared/contract/client';
import { sessionContract } from '@qihang/shared/session/contract';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '@/platform/session';
import { transport } from '@/platform/transport';

export const sessionApi = createClient(sessionContract, transport);
export const meKey = ['me'];

/** The signed-in person; undefined for visitors. */
export function useMe() {
  const signedIn = useSession(({ token }) => token !== null);
  return useQuery({
    queryKey: meKey,
    queryFn: () => sessionApi.me({}),
    enabled: signedIn,
    meta: { keep: true },
  });
}
