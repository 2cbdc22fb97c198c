import type { LifePiece } from '@/common/content/life';
import { useLife } from '@/common/content/use-life';
import { back, open } from '@/platform/navigation';
import { jobsApi } from '../api';
import { useRefreshJobLists, useRefreshJobs } from '../hooks';

/** Leads one of my jobs through its life. */
export function useJobLife(job: LifePiece) {
  const refresh = useRefreshJobLists();
  return useLife(job, {
    api: jobsApi,
    onMoved: useRefreshJobs(),
    onDiscarded: () => {
      back();
      return refresh();
    },
    onMend: () => open('jobForm', { id: job.id }),
  });
}
