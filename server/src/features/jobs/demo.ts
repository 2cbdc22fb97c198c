import { jobDraft } from '@qihang/shared/jobs/field-schemas';
import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import * as z from 'zod/mini';
import type { Tx } from '../../db/types';
import { readList } from '../../demo/people';
import { daysBefore, type Seeding } from '../../demo/seeding';
import { columnsOf } from './draft-row';
import { insertJob } from './store';

const days = z.number();

const demoJob = z.object({
  ...z.omit(jobDraft, { board: true, deadline: true, recheckOn: true }).shape,
  by: z.string(),
  publishedDaysAgo: days,
  deadline: z.nullable(z.object({ inDays: z.int(), at: z.optional(z.string()) })),
  recheckInDays: z.nullable(z.int()),
  verifiedDaysAgo: z.nullable(days),
  verifiedBy: z.nullable(z.string()),
});
type DemoJob = z.output<typeof demoJob>;

function deadlineText({ deadline }: DemoJob, now: Date): string | null {
  if (deadline === null) return null;
  const day = addDays(dayAt(now.getTime()), deadline.inDays);
  return deadline.at === undefined ? day : `${day}T${deadline.at}`;
}

async function seedJob(seeding: Seeding, tx: Tx, job: DemoJob): Promise<void> {
  const { context, now, idOf } = seeding;
  const { db, ids } = context;
  const { by, publishedDaysAgo, recheckInDays, verifiedDaysAgo, verifiedBy, deadline: _, ...draft } = job;
  const publishedAt = daysBefore(now, publishedDaysAgo);
  const recheckOn = recheckInDays === null ? null : addDays(dayAt(now.getTime()), recheckInDays);
  await insertJob(db, tx, {
    id: ids.next(publishedAt),
    board: 'jobs',
    ownerId: idOf(by),
    ...columnsOf({ ...draft, deadline: deadlineText(job, now), recheckOn }, now),
    unverified: false,
    publishedAt,
    updatedAt: publishedAt,
    verifiedAt: verifiedDaysAgo === null ? null : daysBefore(now, verifiedDaysAgo),
    verifiedById: verifiedBy === null ? null : idOf(verifiedBy),
    version: 1,
    life: 'published',
    lifeReason: null,
    authorRank: seeding.rankOf(by),
    importKey: null,
    importValueKey: null,
  });
}

/** Writes the demo jobs in order of time, so that the search index numbers them as they would have come. */
export async function seedJobs(seeding: Seeding, tx: Tx): Promise<void> {
  const jobs = readList('jobs.json', demoJob).sort((a, b) => b.publishedDaysAgo - a.publishedDaysAgo);
  for (const job of jobs) await seedJob(seeding, tx, job);
}
