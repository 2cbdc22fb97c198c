import type { Me } from '@qihang/shared/session/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { meKey, sessionApi } from '@/common/account/me';

type ProfileChange = Parameters<typeof sessionApi.updateProfile>[0]['body'];

export function useUpdateProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileChange) => sessionApi.updateProfile({ body }),
    onSuccess: (me) => {
      client.setQueryData<Me>(meKey, me);
      // How jobs match is part of every answer.
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    },
  });
}
