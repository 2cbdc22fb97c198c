import type { Job } from '@qihang/shared/jobs/contract';
import { copyOfPublished, jobRevisionsApi } from '@/common/content/revisions';
import type { Base, CopyPlace, Held } from '@/common/content/working-copy';
import { ApiError } from '@/platform/api-error';
import { jobsApi } from '../api';
import { formOfJob, formOfWords, type JobForm, wordsOf } from './job-form';

export const isDraft = ({ life }: Pick<Job, 'life'>): boolean => life === 'draft' || life === 'returned';

export const heldOf = (job: Job): Held<JobForm> => ({
  id: job.id,
  version: job.version,
  values: formOfJob(job),
});

const current = async (id: string) => heldOf(await jobsApi.detail({ params: { id } }));

/** Keeps the change of a job that readers see until it is published. */
export const placeOfPublished = (id: string): CopyPlace<JobForm> =>
  copyOfPublished(jobRevisionsApi, id, { wordsOf, valuesOf: formOfWords, current });

/** The draft was published or deleted meanwhile: what is written here becomes another one. */
const isGone = (error: unknown) =>
  error instanceof ApiError && ['resource.not-found', 'request.invalid'].includes(error.code);

/**
 * Keeps a job that nobody else sees as a draft of its own.
 * @param board where a new one is meant for
 */
export function placeOfDraft(board: string | undefined): CopyPlace<JobForm> {
  const start = (form: JobForm) =>
    jobsApi.startDraft({ body: { ...wordsOf(form), ...(board === undefined ? {} : { board }) } });
  return {
    async save(form, { id, version }: Base) {
      if (id === null) return start(form);
      try {
        return await jobsApi.update({ params: { id }, body: { ...wordsOf(form), version } });
      } catch (error) {
        if (isGone(error)) return start(form);
        throw error;
      }
    },
    current,
  };
}
