import type { Job } from '@qihang/shared/jobs/contract';
import { copyOfPublished, jobRevisionsApi } from '@/common/content/revisions';
import { type Base, type CopyPlace, type Held, isStale } from '@/common/content/working-copy';
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

/** The draft was deleted meanwhile: what is written here becomes another one. */
const isGone = (error: unknown) => error instanceof ApiError && error.code === 'resource.not-found';

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
        return await jobsApi.update({ params: { id }, body: { ...wordsOf(form), version, draftOnly: true } });
      } catch (error) {
        if (isGone(error)) return start(form);
        // Published meanwhile on another device: readers go on seeing that, and this is kept next to it.
        const job = isStale(error) ? await jobsApi.detail({ params: { id } }) : undefined;
        if (job === undefined || isDraft(job)) throw error;
        return placeOfPublished(id).save(form, { id, version: job.version });
      }
    },
    current,
  };
}
