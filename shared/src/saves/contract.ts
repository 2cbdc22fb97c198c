import * as z from 'zod/mini';
import { day, id, instant, longText } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { jobSummary } from '../jobs/contract';
import { progresses } from '../jobs/progress';
import { saveLimits } from './vocabulary';

/** How far one is with a job; for that person alone. */
const keeping = {
  progress: z.enum(progresses),
  note: z.nullable(z.string()),
  savedAt: instant,
  updatedAt: instant,
};

export const savedJob = z.object({
  ...keeping,
  jobId: z.string(),
  /** Null when the job is gone from sight: what it said is not shown any more. */
  job: z.nullable(jobSummary),
});
export type SavedJob = z.output<typeof savedJob>;

export const calendarKinds = ['deadline', 'recheck'] as const;

export const calendarEntry = z.object({
  /** The end of applying, or the day by which an open-ended job is confirmed. */
  kind: z.enum(calendarKinds),
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  day: z.string(),
  /** `HH:mm`; null means until the end of the day. */
  time: z.nullable(z.string()),
  /** The instant of it. */
  at: instant,
  progress: z.enum(progresses),
  job: z.object({ id: z.string(), title: z.string(), company: z.string() }),
});
export type CalendarEntry = z.output<typeof calendarEntry>;

const one = z.strictObject({ id });

export const savesContract = defineContract({
  save: {
    method: 'PUT',
    path: '/jobs/{id}/saved',
    summary: 'Save a job, or say how far one is with it; nobody else ever sees it',
    access: 'signed-in',
    params: one,
    body: z.strictObject({
      progress: z._default(z.enum(progresses), 'saved'),
      /** Left out: the note stays. */
      note: z.optional(z.nullable(longText(0, saveLimits.note))),
    }),
    response: z.object({ jobId: z.string(), ...keeping }),
    errors: ['resource.not-found', 'action.forbidden'],
  },
  remove: {
    method: 'DELETE',
    path: '/jobs/{id}/saved',
    summary: 'Forget a saved job, its progress and its note',
    access: 'signed-in',
    params: one,
  },
  list: {
    method: 'GET',
    path: '/me/saved',
    summary: 'My saved jobs, the last touched first',
    access: 'signed-in',
    query: z.strictObject({ ...pageQuery, progress: z.optional(z.array(z.enum(progresses))) }),
    response: z.extend(pageOf(savedJob), {
      /** How many are at each step, whatever the filter. */
      counts: z.record(z.enum(progresses), z.int()),
    }),
    errors: ['cursor.invalid'],
  },
  calendar: {
    method: 'GET',
    path: '/me/calendar',
    summary: 'Deadlines and re-check days of my saved jobs in order of time; jobs that I dropped have none',
    access: 'signed-in',
    query: z.strictObject({
      /** First day; today when left out. */
      from: z.optional(day),
      /** Last day; 90 days after the first when left out, 370 at most. */
      to: z.optional(day),
    }),
    response: z.object({ items: z.array(calendarEntry) }),
  },
  calendarFile: {
    method: 'GET',
    path: '/me/calendar.ics',
    summary: 'My calendar as a file for calendar programs (RFC 5545)',
    access: 'signed-in',
    response: z.string(),
    media: 'text/calendar',
  },
  myFeed: {
    method: 'GET',
    path: '/me/calendar-feed',
    summary:
      'Whether my calendar has a private address, and since when; the address itself is shown to nobody again',
    access: 'signed-in',
    response: z.object({ createdAt: z.nullable(instant) }),
  },
  openFeed: {
    method: 'POST',
    path: '/me/calendar-feed',
    idempotency: false,
    summary: 'Make a private address of my calendar to subscribe to; one that was made before dies',
    access: 'signed-in',
    /**
     * On this origin: `/api/v1/calendar/….ics`. It is shown this once, and works until it is revoked or replaced, its person
     * signs out everywhere, leaves the school or closes the account.
     */
    response: z.object({ url: z.string() }),
    status: 201,
  },
  closeFeed: {
    method: 'DELETE',
    path: '/me/calendar-feed',
    summary: 'Revoke the address of my calendar',
    access: 'signed-in',
  },
  feed: {
    method: 'GET',
    path: '/calendar/{token}.ics',
    summary: 'The calendar behind a private address',
    access: 'public',
    personal: true,
    params: z.strictObject({ token: z.string().check(z.regex(/^[\w-]{20,64}$/, '订阅地址的格式不对')) }),
    response: z.string(),
    media: 'text/calendar',
    errors: ['resource.not-found'],
  },
});
