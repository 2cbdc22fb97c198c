import { createClient } from '@qihang/shared/contract/client';
import { type ReportDraft, reportsContract } from '@qihang/shared/reports/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

export const reportsApi = createClient(reportsContract, transport);

/** Never kept on the phone, and forgotten with the session: what a person reports is for that person alone. */
export const myReportsKey = ['me', 'reports'];

export function useSendReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportDraft) => reportsApi.report({ body }),
    onSuccess: () => client.invalidateQueries({ queryKey: myReportsKey }),
  });
}
