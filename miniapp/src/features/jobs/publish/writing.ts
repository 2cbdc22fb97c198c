import type { Job } from '@qihang/shared/jobs/contract';
import type { JobDraft } from '@qihang/shared/jobs/field-schemas';
import { useMutation, useQuery } from '@tanstack/react-query';
import { usePaused } from '@/platform/paused';
import { useSession } from '@/platform/session';
import { jobsApi, jobWritingApi } from '../api';
import { root, useRefreshJobs } from '../hooks';
import { changesOf, draftOf, type JobForm } from './job-form';

/** Reads a pasted announcement into drafts. */
export const useParseText = () =>
  useMutation({ mutationFn: (text: string) => jobWritingApi.parse({ body: { text } }) });

const pause = 800;

/** The published job that is most like this one, once employer and title are written. */
export function useDuplicate(form: JobForm, except: string | undefined) {
  const signedIn = useSession(({ token }) => token !== null);
  const written = usePaused(JSON.stringify(draftOf(form)), pause);
  const job = JSON.parse(written) as ReturnType<typeof draftOf>;
  return useQuery({
    queryKey: [root, 'similar', written, except],
    queryFn: () => jobWritingApi.similar({ body: { job, ...(except === undefined ? {} : { except }) } }),
    enabled: signedIn && job.title.trim().length > 1 && job.company.trim().length > 1,
    placeholderData: (before) => before,
  }).data?.items[0];
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
