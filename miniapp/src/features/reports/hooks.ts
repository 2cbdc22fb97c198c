import type { Report } from '@qihang/shared/reports/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { myReportsKey, reportsApi } from '@/common/reports/api';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';

/** What I reported; never kept on the phone. */
export const useMyReports = () =>
  useCursorPages(myReportsKey, (cursor) =>
    reportsApi.mine({ query: { limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
  );

export function useAskTeacher() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Report) => reportsApi.askTeacher({ params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: myReportsKey }),
  });
}

/** What keepers of the boards did, month by month. */
export const useTotals = () =>
  useQuery({
    queryKey: ['moderation-totals'],
    queryFn: () => reportsApi.totals({ query: {} }),
    meta: { keep: true },
  });
