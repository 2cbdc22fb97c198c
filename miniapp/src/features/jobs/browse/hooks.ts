import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { jobsApi } from '../api';
import { root } from '../hooks';
import { type JobFilters, queryOf } from './filters';

export const useJobList = (filters: JobFilters) => {
  const query = queryOf(filters);
  return useCursorPages(
    [root, 'list', query],
    (cursor) =>
      jobsApi.list({ query: { ...query, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
    { keep: true },
  );
};

/** The jobs whose deadline is next, for the home page. */
export const useDueJobs = () =>
  useQuery({
    queryKey: [root, 'due'],
    queryFn: () =>
      jobsApi.list({
        query: { state: ['closing-today', 'closing-soon', 'open'], sort: 'deadline', limit: 6 },
      }),
    meta: { keep: true },
  });

/** How many jobs a filter finds. */
export const useJobCount = ({ sort: _, ...filters }: JobFilters, enabled = true) => {
  const query = queryOf({ ...filters, sort: 'newest' });
  return useQuery({
    queryKey: [root, 'count', query],
    queryFn: () => jobsApi.count({ query }),
    placeholderData: keepPreviousData,
    enabled,
  }).data?.count;
};

/** Other jobs for readers of this one. */
export const useRelatedJobs = (id: string) =>
  useQuery({
    queryKey: [root, 'related', id],
    queryFn: () => jobsApi.related({ params: { id } }),
    staleTime: 5 * 60_000,
  }).data;
