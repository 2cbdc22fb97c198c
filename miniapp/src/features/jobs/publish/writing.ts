import type { Job } from '@qihang/shared/jobs/contract';
import type { JobDraft } from '@qihang/shared/jobs/field-schemas';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { WorkingCopy } from '@/common/content/working-copy';
import { asApiError } from '@/platform/api-error';
import { usePaused } from '@/platform/paused';
import { useSession } from '@/platform/session';
import { jobsApi, jobWritingApi } from '../api';
import { root, useRefreshJobs } from '../hooks';
import { changesOf, draftOf, type JobForm } from './job-form';
import { isDraft } from './places';

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

/** Publishes a draft; on a board that reviews, sends it to review. */
async function putBefore(id: string, reason: { overrideReason?: string }) {
  try {
    return await jobsApi.publish({ params: { id }, body: reason });
  } catch (error) {
    if (asApiError(error).code !== 'review.required') throw error;
    return jobsApi.submit({ params: { id }, body: reason });
  }
}

/** Publishes a job, or sends what an edit changes of one; a job stays on its board. */
export function usePublishJob(existing: Job | undefined, copy: WorkingCopy<JobForm>) {
  const refresh = useRefreshJobs();
  return useMutation({
    mutationFn: async ({ form, draft: { board: _, ...draft }, board, overrideReason }: Publication) => {
      const reason = overrideReason === undefined ? {} : { overrideReason };
      if (existing && !isDraft(existing)) {
        const { version } = copy.base;
        const body = { ...changesOf(form, draft, existing), version, ...reason };
        return jobsApi.update({ params: { id: existing.id }, body });
      }
      // What cannot be saved now, without a network or by a visitor, is sent as a whole.
      const { id } = copy.base.id === null ? copy.base : await copy.flush();
      return id === null
        ? jobsApi.create({ body: { ...draft, ...(board && { board }), ...reason } })
        : putBefore(id, reason);
    },
    onSuccess: refresh,
  });
}
