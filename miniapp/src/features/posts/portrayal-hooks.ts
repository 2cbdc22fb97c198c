import { createClient } from '@qihang/shared/contract/client';
import { portrayalsContract } from '@qihang/shared/portrayals/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';
import { root } from './hooks';

const api = createClient(portrayalsContract, transport);

/** Records that the person an article is about withdraws the consent; readers lose it at once. */
export function useWithdrawConsent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.withdraw({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: [root] }),
  });
}
