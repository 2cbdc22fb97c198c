import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { id, instant, lineText, queryText } from '../contract/fields';
import { defineContract } from '../contract/route';
import { jobFilters } from '../jobs/contract';
import { jobLimits } from '../jobs/vocabulary';
import { pick } from '../pick';
import { followKinds, followModes } from './vocabulary';

/** What of a filter can be followed: all but the state of jobs, whose they are, and the order. */
export const followedFields = [
  'board',
  'q',
  'city',
  'kind',
  'degree',
  'major',
  'payMin',
  'local',
  'referral',
] as const;

const isSet = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;

/** The filter of the job list, with its own rules. */
export const followedFilter = z
  .strictObject(pick(jobFilters, followedFields))
  .check(z.refine((filter) => Object.values(filter).some(isSet), '先选一个条件，再关注'));
export type FollowedFilter = z.output<typeof followedFilter>;

const mode = z.enum(followModes);

const follow = z.object({
  id: z.string(),
  kind: z.enum(followKinds),
  /** In words: the name of the board, the employer, or the conditions of the filter (江州 · 机械类 · 校招). */
  title: z.string(),
  /** Slug; null for another kind. */
  board: z.nullable(z.string()),
  company: z.nullable(z.string()),
  filter: z.nullable(z.strictObject(pick(jobFilters, followedFields))),
  mode,
  createdAt: instant,
  /** How many pieces that readers see appeared within the last seven days and match. */
  recent: z.int(),
  /** Nothing can match at present: its board is off. */
  off: z.boolean(),
});
export type Follow = z.output<typeof follow>;

/** What is followed; of `board`, `company` and `filter` the one that the kind names. */
export const followDraft = z
  .strictObject({
    kind: z.enum(followKinds),
    board: z.optional(slug),
    company: z.optional(lineText(2, jobLimits.company)),
    filter: z.optional(followedFilter),
    mode: z._default(mode, 'weekly'),
  })
  .check(
    z.refine(
      ({ kind, board, company, filter }) =>
        [board, company, filter].filter((one) => one !== undefined).length === 1 &&
        { board, employer: company, filter }[kind] !== undefined,
      { path: ['kind'], message: '写明关注什么：一个栏目、一家单位，或一组条件' },
    ),
  );

const one = z.strictObject({ id });

export const followsContract = defineContract({
  list: {
    method: 'GET',
    path: '/follows',
    summary: 'What I follow, the newest first; at most 30',
    access: 'signed-in',
    query: z.strictObject({
      /** Only this employer, however its name is written. */
      company: z.optional(queryText(2, jobLimits.company)),
    }),
    response: z.object({ items: z.array(follow) }),
  },
  add: {
    method: 'POST',
    path: '/follows',
    summary:
      'Follow a board of jobs or articles, an employer, or a filter; what is followed already stays one, with this mode',
    access: 'signed-in',
    body: followDraft,
    response: follow,
    status: 201,
    errors: ['resource.not-found', 'board.wrong-kind', 'follow.too-many'],
  },
  change: {
    method: 'PATCH',
    path: '/follows/{id}',
    summary: 'Choose when new matches are told',
    access: 'signed-in',
    params: one,
    body: z.strictObject({ mode }),
    response: follow,
    errors: ['resource.not-found'],
  },
  remove: {
    method: 'DELETE',
    path: '/follows/{id}',
    summary: 'Stop following',
    access: 'signed-in',
    params: one,
  },
});
