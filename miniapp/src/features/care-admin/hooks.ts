import { type CareSettings, careContract } from '@qihang/shared/care/contract';
import { createClient } from '@qihang/shared/contract/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const api = createClient(careContract, transport);

export const useCareSettings = (enabled: boolean) =>
  useQuery({ queryKey: ['care-settings'], queryFn: () => api.settings({}), enabled, meta: { keep: true } });

/** What is saved is shown wherever the contact is: all that is known is read again. */
export function useSaveCare() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CareSettings) => api.save({ body }),
    onSettled: () => client.invalidateQueries(),
  });
}
