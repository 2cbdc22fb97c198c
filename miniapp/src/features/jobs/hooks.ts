import type { Job } from '@qihang/shared/jobs/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { jobsApi } from './api';

/** Every query of this feature begins with it. */
export const root = 'jobs';

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

const changing = ['list', 'due', 'count', 'facets', 'recommended', 'related', 'saved', 'calendar', 'mine'];

/** After any change lists are read again. */
export function useRefreshJobLists() {
  const client = useQueryClient();
  const keys = [...changing.map((name) => [root, name]), ['desk']];
  return () => Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}

/** The same for a job that is known as it is after the change. */
export function useRefreshJobs() {
  const client = useQueryClient();
  const refresh = useRefreshJobLists();
  return (changed: Job) => {
    client.setQueryData([root, 'detail', changed.id], changed);
    return refresh();
  };
}
