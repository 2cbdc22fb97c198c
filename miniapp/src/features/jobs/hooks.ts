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

/** After any change the job itself is known, and lists are read again. */
export function useRefreshJobs() {
  const client = useQueryClient();
  return (changed: Job) => {
    client.setQueryData([root, 'detail', changed.id], changed);
    return Promise.all(changing.map((name) => client.invalidateQueries({ queryKey: [root, name] })));
  };
}
