import type { Job, JobDraft } from '@qihang/shared/jobs/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { useSession } from '@/platform/session';
import { jobsApi } from './api';
import { type JobFilters, queryOf } from './browse/filters';
import { changesOf, type JobForm } from './publish/job-form';

/** Every query of this feature begins with it. */
export const root = 'jobs';

export const useJobList = (filters: JobFilters) => {
  const query = queryOf(filters);
  return useCursorPages(
    [root, 'list', query],
    (cursor) =>
      jobsApi.list({ query: { ...query, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
    { keep: true },
  );
};

/** My jobs, with how many wait for me. */
export const useMyJobs = (show: 'all' | 'waiting', enabled = true) =>
  useCursorPages(
    [root, 'mine', show],
    (cursor) =>
      jobsApi.mine({ query: { show, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
    { keep: true, enabled },
  );

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

/** Jobs that suit the signed-in reader, and what a fuller profile would add. */
export function useRecommendedJobs() {
  const signedIn = useSession(({ token }) => token !== null);
  return useQuery({
    queryKey: [root, 'recommended'],
    queryFn: () => jobsApi.recommended({}),
    enabled: signedIn,
    meta: { keep: true },
  });
}

/** The catalogue of majors, for choosing by category and class. */
export const useMajors = (enabled: boolean) =>
  useQuery({
    queryKey: [root, 'majors'],
    queryFn: () => jobsApi.majors({}),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
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

export const useJobFacets = () =>
  useQuery({
    queryKey: [root, 'facets'],
    queryFn: () => jobsApi.facets({}),
    staleTime: 5 * 60_000,
    meta: { keep: true },
  }).data;

export const useJob = (id: string | undefined) =>
  useQuery({
    queryKey: [root, 'detail', id],
    queryFn: () => jobsApi.detail({ params: { id: id ?? '' } }),
    enabled: id !== undefined,
    meta: { keep: true },
  });

/** Other jobs for readers of this one. */
export const useRelatedJobs = (id: string) =>
  useQuery({
    queryKey: [root, 'related', id],
    queryFn: () => jobsApi.related({ params: { id } }),
    staleTime: 5 * 60_000,
  }).data;

const changing = ['list', 'due', 'count', 'facets', 'recommended', 'related', 'saved', 'calendar', 'mine'];

/** After any change the job itself is known, and lists are read again. */
function useRefreshJobs() {
  const client = useQueryClient();
  return (changed: Job) => {
    client.setQueryData([root, 'detail', changed.id], changed);
    return Promise.all(changing.map((name) => client.invalidateQueries({ queryKey: [root, name] })));
  };
}

interface Publication {
  form: JobForm;
  /** What the form says, checked. */
  draft: JobDraft;
  board: string | undefined;
  overrideReason: string | undefined;
}

/** Publishes a job, or sends what an edit changes of one; a job stays on its board. */
export function usePublishJob(existing: Job | undefined) {
  const refresh = useRefreshJobs();
  return useMutation({
    mutationFn: ({ form, draft: { board: _, ...draft }, board, overrideReason }: Publication) => {
      const reason = overrideReason === undefined ? {} : { overrideReason };
      if (!existing) return jobsApi.create({ body: { ...draft, ...(board && { board }), ...reason } });
      const { id, version } = existing;
      return jobsApi.update({
        params: { id },
        body: { ...changesOf(form, draft, existing), version, ...reason },
      });
    },
    onSuccess: refresh,
  });
}

/** Confirms that a job is still open; with a deadline, extends it to there. */
export function useReconfirmJob() {
  const refresh = useRefreshJobs();
  return useMutation({
    mutationFn: ({ id, deadline }: { id: string; deadline?: string }) =>
      jobsApi.reconfirm({ params: { id }, ...(deadline === undefined ? {} : { body: { deadline } }) }),
    onSuccess: refresh,
  });
}

export function useReportClosed() {
  const refresh = useRefreshJobs();
  return useMutation({
    mutationFn: (id: string) => jobsApi.reportClosed({ params: { id } }),
    onSuccess: refresh,
  });
}
