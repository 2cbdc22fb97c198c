import { createClient } from '@qihang/shared/contract/client';
import { type Me, sessionContract } from '@qihang/shared/session/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '@/platform/session';
import { transport } from '@/platform/transport';

export const api = createClient(sessionContract, transport);
export const meKey = ['me'];

/** The signed-in person; undefined for visitors. */
export function useMe() {
  const signedIn = useSession(({ token }) => token !== null);
  return useQuery({
    queryKey: meKey,
    queryFn: () => api.me({}),
    enabled: signedIn,
    meta: { keep: true },
  });
}

type ProfileChange = Parameters<typeof api.updateProfile>[0]['body'];

export function useUpdateProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileChange) => api.updateProfile({ body }),
    onSuccess: (me) => {
      client.setQueryData<Me>(meKey, me);
      // How jobs match is part of every answer.
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    },
  });
}
