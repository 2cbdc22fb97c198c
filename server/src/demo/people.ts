import { degrees, jobKinds } from '@qihang/shared/jobs/vocabulary';
import { demoAccounts, roles } from '@qihang/shared/session/vocabulary';
import * as z from 'zod/mini';

/** An invented person of `demo/people.json`. */
export const demoPerson = z.object({
  key: z.string(),
  name: z.string(),
  studentNo: z.nullable(z.string()),
  className: z.nullable(z.string()),
  account: z.optional(z.enum(demoAccounts)),
  /** Null for a person who has signed in and is not verified yet. */
  role: z.nullable(z.enum(roles)),
  /** Of a lead's term, to the end of that day; a term that is over leaves unowned content behind. */
  termEndsInDays: z._default(z.int(), 220),
  college: z.nullable(z.string()),
  major: z.nullable(z.string()),
  degree: z.nullable(z.enum(degrees)),
  graduationYear: z.nullable(z.int()),
  cities: z.array(z.string()),
  kinds: z.array(z.enum(jobKinds)),
});
export type DemoPerson = z.output<typeof demoPerson>;
