import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { draftOnly, lifeAnswers, lifeRoutes } from '../content/life-routes';
import { contentStates, unpublishedStates } from '../content/vocabulary';
import { id, instant, queryText, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { pick } from '../pick';
import {
  city,
  jobDraft,
  jobFieldAnswers,
  jobFieldSchemas,
  jobUnfinished,
  jobUnfinishedAnswer,
  overrideReason,
} from './field-schemas';
import { detailFields, listFields } from './fields';
import { progresses } from './progress';
import { degrees, jobActions, jobKinds, jobSorts, jobStates, matchKinds, ownerNeeds } from './vocabulary';

/** How a job suits the reader, reason by reason; `text` says it in words, a miss too. */
export const jobMatch = z.object({
  /** No requirement is missed, and something speaks for it. */
  fits: z.boolean(),
  /** 0–100, to order by; never shown without its reasons. */
  score: z.int(),
  reasons: z.array(z.object({ kind: z.enum(matchKinds), hit: z.boolean(), text: z.string() })),
});
export type JobMatch = z.output<typeof jobMatch>;

/** The fields of a list. */
export const listAnswers = pick(jobFieldAnswers, listFields);

/** The same with what is worked out of them. In a function, which the phone's build drops with the schema. */
const listed = () => {
  const { recheckOn, source, ...fields } = listAnswers;
  return {
    ...fields,
    /** The instant at which `deadline` ends. */
    deadlineAt: z.nullable(instant),
    recheckOn,
    source,
  };
};

export const jobSummary = z.object({
  id: z.string(),
  /** Slug of its board. */
  board: z.string(),
  ...listed(),
  /** How fresh a published job is; of any other, where it is in its life. */
  state: z.enum([...jobStates, ...unpublishedStates]),
  publishedAt: instant,
  verifiedAt: z.nullable(instant),
  verifiedBy: z.nullable(z.string()),
  /** Where it is in its life; readers only ever see `published`. */
  life: z.enum(contentStates),
  /** Hidden by a moderator; only those who may restore it ever see one. */
  hidden: z.boolean(),
  /** How many people say that it takes nobody any more, since it was last confirmed. */
  closedReports: z.int(),
  /** Null for visitors and for people whose profile says nothing. */
  match: z.nullable(jobMatch),
  viewer: z.extend(viewer(jobActions), {
    /** How far the reader is with it; null when it is not saved. */
    saved: z.nullable(z.enum(progresses)),
    /** The reader is one of `closedReports`. */
    reportedClosed: z.boolean(),
  }),
});
export type JobSummary = z.output<typeof jobSummary>;

/** A publisher's answer to the warnings of the self-check. */
export const lintOverride = z.object({ reason: z.string(), rules: z.array(z.string()) });
export type LintOverride = z.output<typeof lintOverride>;

export const job = z.extend(jobSummary, {
  ...pick(jobFieldAnswers, detailFields),
  ...lifeAnswers,
  /** A draft or returned job as it was last saved, for its author; null otherwise. */
  unfinished: z.nullable(jobUnfinishedAnswer),
  postedBy: z.string(),
  updatedAt: instant,
  /** The last edit, where someone other than the author made it; null otherwise. */
  edited: z.nullable(z.object({ by: z.string(), at: instant })),
  /** Sent back as `version` with an edit; a stale one answers 409. */
  version: z.int(),
  /** Why it was hidden, for those who see it hidden. */
  hiddenReason: z.nullable(z.string()),
  /** For those who keep the board clean; null for everybody else. */
  lintOverride: z.nullable(lintOverride),
});
export type Job = z.output<typeof job>;

/** One of my jobs, with what it waits for. */
const myJob = z.extend(jobSummary, {
  ...lifeAnswers,
  needs: z.array(z.enum(ownerNeeds)),
  hiddenReason: z.nullable(z.string()),
  lintOverride: z.nullable(lintOverride),
});
export type MyJob = z.output<typeof myJob>;

/** What the job list can be filtered by. */
export const jobFilters = {
  board: z.optional(slug),
  q: z.optional(queryText(1, 60)),
  city: z.optional(z.array(city).check(z.maxLength(20))),
  kind: z.optional(z.array(z.enum(jobKinds))),
  /** What I hold: a bachelor sees jobs that accept a bachelor or less. */
  degree: z.optional(z.array(z.enum(degrees))),
  /** Majors, classes (机械类) or categories (工学门类) of `GET /majors`, or other names of them. */
  major: z.optional(z.array(queryText(1, 40)).check(z.maxLength(10))),
  /** Yuan a month that the job may reach; pay by day, hour or year is converted. Jobs that name no sum are left out. */
  payMin: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
  /** Only jobs in the university's own city. */
  local: z.optional(z.boolean()),
  /** Only 内推 and what alumni bring. */
  referral: z.optional(z.boolean()),
  /** Only jobs that I publish. */
  mine: z.optional(z.boolean()),
  /** Left out: every state in which one can still apply. */
  state: z.optional(z.array(z.enum(jobStates))),
};

export const jobsContract = defineContract({
  list: {
    method: 'GET',
    path: '/jobs',
    summary: 'Jobs by filter; repeated keys mean any of. `match` without a profile is `newest`',
    access: 'public',
    keepSeconds: 5,
    query: z.strictObject({ ...pageQuery, ...jobFilters, sort: z._default(z.enum(jobSorts), 'newest') }),
    response: pageOf(jobSummary),
    errors: ['cursor.invalid', 'session.required'],
  },
  count: {
    method: 'GET',
    path: '/jobs/count',
    summary: 'How many jobs a filter finds, for the filter button',
    access: 'public',
    keepSeconds: 5,
    query: z.strictObject(jobFilters),
    response: z.object({ count: z.int() }),
    errors: ['session.required'],
  },
  facets: {
    method: 'GET',
    path: '/jobs/facets',
    summary: 'Cities and majors that live jobs name, most frequent first, to choose filters from',
    access: 'public',
    keepSeconds: 5,
    response: z.object({
      cities: z.array(z.object({ name: z.string(), count: z.int() })),
      majors: z.array(z.object({ name: z.string(), count: z.int() })),
    }),
  },
  recommended: {
    method: 'GET',
    path: '/jobs/recommended',
    summary: 'At most ten jobs that suit the reader; the newest for whom nothing is known of',
    access: 'public',
    response: z.object({
      items: z.array(jobSummary),
      /** What the reader could say of themselves to get better ones, in words. */
      improve: z.array(z.string()),
    }),
  },
  mine: {
    method: 'GET',
    path: '/jobs/mine',
    summary:
      'My jobs, hidden and closed ones among them: all from the newest, or those that wait for me, the most urgent first',
    access: 'signed-in',
    query: z.strictObject({ ...pageQuery, show: z._default(z.enum(['all', 'waiting']), 'all') }),
    response: z.extend(pageOf(myJob), { counts: z.object({ all: z.int(), waiting: z.int() }) }),
    errors: ['cursor.invalid'],
  },
  majors: {
    method: 'GET',
    path: '/majors',
    summary: 'The catalogue of majors: category, class, major',
    access: 'public',
    response: z.object({
      categories: z.array(
        z.object({
          name: z.string(),
          /** What the filter `major` takes for it. */
          value: z.string(),
          classes: z.array(z.object({ name: z.string(), majors: z.array(z.string()) })),
        }),
      ),
    }),
  },
  detail: {
    method: 'GET',
    path: '/jobs/{id}',
    summary: 'One job',
    access: 'public',
    keepSeconds: 5,
    params: z.strictObject({ id }),
    response: job,
    errors: ['resource.not-found'],
  },
  related: {
    method: 'GET',
    path: '/jobs/{id}/related',
    summary: 'Open jobs of the same employer, and others that ask for the same majors; at most six each',
    access: 'public',
    params: z.strictObject({ id }),
    response: z.object({ sameCompany: z.array(jobSummary), sameMajor: z.array(jobSummary) }),
    errors: ['resource.not-found'],
  },
  create: {
    method: 'POST',
    path: '/jobs',
    summary: 'Publish a job; on a board that reviews, send it to review',
    access: 'lead',
    body: z.extend(jobDraft, { overrideReason }),
    response: job,
    status: 201,
    errors: [
      'action.forbidden',
      'person.muted',
      'resource.not-found',
      'board.wrong-kind',
      'job.lint-warnings',
    ],
  },
  update: {
    method: 'PATCH',
    path: '/jobs/{id}',
    summary: 'Change a job; absent fields stay. Only a draft or returned one may be unfinished',
    access: 'lead',
    params: z.strictObject({ id }),
    body: z.extend(jobUnfinished, { version: z.int(), draftOnly, overrideReason }),
    response: job,
    errors: [
      'resource.not-found',
      'action.forbidden',
      'person.muted',
      'version.stale',
      'review.required',
      'job.lint-warnings',
    ],
  },
  ...lifeRoutes('/jobs', {
    piece: job,
    draft: z.extend(jobUnfinished, { board: z._default(slug, 'jobs') }),
    checked: { overrideReason },
  }),
  reconfirm: {
    method: 'POST',
    path: '/jobs/{id}/reconfirm',
    summary:
      'Confirm that the job is still open, or extend it: verified now, reports cleared, re-check day moved on',
    access: 'lead',
    params: z.strictObject({ id }),
    body: z.nullish(
      z.strictObject({
        deadline: z.optional(jobFieldSchemas.deadline),
        recheckOn: z.optional(jobFieldSchemas.recheckOn),
      }),
    ),
    response: job,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted'],
  },
  reportClosed: {
    method: 'POST',
    path: '/jobs/{id}/closed-reports',
    summary: 'Say that the job takes nobody any more; the second person who does makes it 待核实',
    access: 'signed-in',
    params: z.strictObject({ id }),
    response: job,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted', 'verification.required'],
  },
});
