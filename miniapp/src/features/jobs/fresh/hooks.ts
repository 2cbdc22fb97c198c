import { useMutation } from '@tanstack/react-query';
import { asApiError } from '@/platform/api-error';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { toast } from '@/platform/feedback';
import { jobsApi } from '../api';
import { root, useRefreshJobs } from '../hooks';

/** My jobs, with how many wait for me. */
export const useMyJobs = (show: 'all' | 'waiting', enabled = true) =>
  useCursorPages(
    [root, 'mine', show],
    (cursor) =>
      jobsApi.mine({ query: { show, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
    { keep: true, enabled },
  );

/** Confirms that a job is still open; with a deadline, extends it to there. Says what came of it. */
export function useReconfirm(id: string) {
  const onSuccess = useRefreshJobs();
  const { mutate, isPending } = useMutation({
    mutationFn: (deadline: string | undefined) =>
      jobsApi.reconfirm({ params: { id }, ...(deadline === undefined ? {} : { body: { deadline } }) }),
    onSuccess,
  });
  const reconfirm = (deadline?: string) =>
    mutate(deadline, {
      onSuccess: () => toast(deadline === undefined ? '已记下：今天由你核实' : '已延长一周，今天由你核实'),
      onError: (error) => toast(asApiError(error).message),
    });
  return { reconfirm, busy: isPending };
}

export function useReportClosed() {
  const onSuccess = useRefreshJobs();
  return useMutation({ mutationFn: (id: string) => jobsApi.reportClosed({ params: { id } }), onSuccess });
}
