import { createClient } from '@qihang/shared/contract/client';
import { portrayalsContract } from '@qihang/shared/portrayals/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const api = createClient(portrayalsContract, transport);

/** The articles about me; never kept on the phone. */
export const usePortrayals = () => useQuery({ queryKey: ['me', 'portrayals'], queryFn: () => api.mine({}) });

/** I agree to an article about me, or take that back; lists and pages of articles are read again. */
export function useAnswerPortrayal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, answer }: { id: string; answer: 'agree' | 'withdraw' }) =>
      api[answer]({ params: { id } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['me', 'portrayals'] }),
        client.invalidateQueries({ queryKey: ['posts'] }),
      ]),
  });
}
