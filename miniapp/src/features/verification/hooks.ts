import { createClient } from '@qihang/shared/contract/client';
import { verificationContract } from '@qihang/shared/verification/contract';
import type { RosterClaim } from '@qihang/shared/verification/fields';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const api = createClient(verificationContract, transport);
const key = ['verification'];

/** What the roster says of the signed-in person. Not kept on the phone: it holds the student number. */
export const useVerification = (enabled: boolean) =>
  useQuery({ queryKey: key, queryFn: () => api.mine({}), enabled });

export function useVerify() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RosterClaim) => api.verify({ body }),
    onSuccess: (verification) => {
      client.setQueryData(key, verification);
      // What one may do is part of every answer.
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
    },
  });
}
