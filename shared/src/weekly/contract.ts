import * as z from 'zod/mini';
import { instant } from '../contract/fields';
import { defineContract } from '../contract/route';
import { followKinds } from '../follows/vocabulary';
import { jobSummary } from '../jobs/contract';

const weekly = z.object({
  /** The seven days that it is about, up to now. */
  from: instant,
  to: instant,
  /** New jobs that fit the profile, the best first. */
  matches: z.object({ total: z.int(), items: z.array(jobSummary) }),
  /** What is followed and has something new, with the newest of it. */
  follows: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(followKinds),
      title: z.string(),
      total: z.int(),
      jobs: z.array(jobSummary),
      posts: z.array(z.object({ id: z.string(), title: z.string(), publishedAt: instant })),
    }),
  ),
  /** Saved jobs that close within seven days and are not applied for, the next first. */
  closing: z.array(jobSummary),
  /** My questions, and those I follow, with new answers; and mine that wait for me to accept one. */
  threads: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      mine: z.boolean(),
      /** Answers of others within the seven days that readers see. */
      answers: z.int(),
      /** Mine, answered, and none accepted. */
      waits: z.boolean(),
    }),
  ),
  /** What to say in the profile for better matches, in words. */
  improve: z.array(z.string()),
});
export type Weekly = z.output<typeof weekly>;

export const weeklyContract = defineContract({
  show: {
    method: 'GET',
    path: '/me/weekly',
    summary: 'My last seven days: new jobs that fit, what I follow, saved jobs that close soon, my questions',
    access: 'signed-in',
    response: weekly,
  },
});
