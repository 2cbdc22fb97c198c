import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { day, id, instant, lineText, queryText, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { roles } from '../session/vocabulary';
import {
  grantStates,
  holdingTypes,
  officeRoles,
  orphanReasons,
  peopleLimits,
  type termWarnings,
} from './vocabulary';

/** One term of one role. */
const grant = z.object({
  id: z.string(),
  role: z.enum(roles),
  /** Slugs; null means on every board. */
  boards: z.nullable(z.array(z.string())),
  startsAt: instant,
  endsAt: z.nullable(instant),
  /** The last day of the term in Asia/Shanghai; null without an end. */
  endsOn: z.nullable(z.string()),
  state: z.enum(grantStates),
  version: z.int(),
  viewer: viewer(['change', 'end']),
});
export type RoleTerm = z.output<typeof grant>;

const name = { id: z.string(), name: z.string(), about: z.string() };

const summary = z.object({
  ...name,
  /** For admins only; null for everybody else, and where none is known. */
  studentNo: z.nullable(z.string()),
  verified: z.boolean(),
  /** The terms that run now. */
  grants: z.array(grant),
  /** Muted for something said by name; what was said anonymously tells nobody anything here. */
  mutedUntil: z.nullable(instant),
});
export type PersonSummary = z.output<typeof summary>;

const counts = z.object({ job: z.int(), thread: z.int() });

const person = z.extend(summary, {
  college: z.nullable(z.string()),
  major: z.nullable(z.string()),
  graduationYear: z.nullable(z.int()),
  /** Every term, the newest first. */
  grants: z.array(grant),
  holdings: counts,
  viewer: viewer(['grant']),
});
export type Person = z.output<typeof person>;

const holding = z.object({
  type: z.enum(holdingTypes),
  id: z.string(),
  board: z.string(),
  title: z.string(),
  since: instant,
  /** When it closes or is due. */
  until: instant,
});
export type Holding = z.output<typeof holding>;

/** At most 200, the most urgent first; `total` counts them all. */
const holdings = z.object({ items: z.array(holding), total: z.int() });

const orphan = z.extend(holding, {
  owner: z.nullable(z.object(name)),
  why: z.enum(orphanReasons),
  /** When the term that covered it ended; null where there was none. */
  endedAt: z.nullable(instant),
});
export type Orphan = z.output<typeof orphan>;

const term = z.extend(grant, { person: z.object(name), holdings: counts });
export type EndingTerm = z.output<typeof term>;

const holder = z.object({
  ...name,
  /** When the last of the terms that let the person hold these things ends; null without an end. */
  endsAt: z.nullable(instant),
  holdings: counts,
});
export type Holder = z.output<typeof holder>;

const one = z.strictObject({ id });
const reason = lineText(2, peopleLimits.reason);
const boards = z.nullable(z.array(slug).check(z.minLength(1), z.maxLength(peopleLimits.boards)));
const within = z._default(z.int().check(z.minimum(1), z.maximum(366)), 60 satisfies (typeof termWarnings)[0]);

/** A new term. */
export const grantDraft = z.strictObject({
  userId: id,
  role: z.enum(officeRoles),
  /** Leads only; null means on every board. */
  boards: z._default(boards, null),
  /** From the beginning of this day; null or absent: from now on. */
  startsOn: z._default(z.nullable(day), null),
  /** To the end of this day; null: without an end. */
  endsOn: z.nullable(day),
  reason,
});

/** A change of a term; absent fields stay. */
export const grantChange = z.strictObject({
  version: z.int(),
  boards: z.optional(boards),
  endsOn: z.optional(z.nullable(day)),
  reason,
});

export const peopleContract = defineContract({
  list: {
    method: 'GET',
    path: '/admin/users',
    summary: 'People by name (for admins also by student number), role, end of term; newest first',
    access: 'teacher',
    query: z.strictObject({
      ...pageQuery,
      q: z.optional(queryText(1, 40)),
      role: z.optional(z.array(z.enum(roles))),
      /** Only people with a term that ends within so many days. */
      ending: z.optional(z.int().check(z.minimum(1), z.maximum(366))),
      muted: z.optional(z.boolean()),
    }),
    response: pageOf(summary),
    errors: ['cursor.invalid'],
  },
  detail: {
    method: 'GET',
    path: '/admin/users/{id}',
    summary: 'One person: terms, past and present, and how much the person owns',
    access: 'teacher',
    params: one,
    response: person,
    errors: ['resource.not-found'],
  },
  holdings: {
    method: 'GET',
    path: '/admin/users/{id}/holdings',
    summary: 'What a person owns: live jobs, open questions on duty',
    access: 'teacher',
    params: one,
    response: holdings,
    errors: ['resource.not-found'],
  },
  ownHoldings: {
    method: 'GET',
    path: '/me/holdings',
    summary: 'What I own and must hand over at the end of my term',
    access: 'lead',
    response: holdings,
  },
  holders: {
    method: 'GET',
    path: '/admin/holders',
    summary: 'Who may take things on all of these boards over',
    access: 'teacher',
    query: z.strictObject({ board: z.array(slug).check(z.minLength(1), z.maxLength(peopleLimits.boards)) }),
    response: z.object({ items: z.array(holder) }),
  },
  reassign: {
    method: 'POST',
    path: '/admin/holdings/reassign',
    summary: 'Give things to another person who may hold them; recorded in the audit log, thing by thing',
    access: 'teacher',
    body: z.strictObject({
      to: id,
      things: z
        .array(z.strictObject({ type: z.enum(holdingTypes), id }))
        .check(z.minLength(1), z.maxLength(peopleLimits.holdings)),
      reason,
    }),
    /** What closed or was answered meanwhile is not moved. */
    response: z.object({ moved: z.int() }),
    errors: ['resource.not-found'],
  },
  orphans: {
    method: 'GET',
    path: '/admin/orphans',
    summary: 'Live things whose owner may no longer look after them',
    access: 'teacher',
    response: z.object({ items: z.array(orphan), total: z.int() }),
  },
  terms: {
    method: 'GET',
    path: '/admin/roles',
    summary: 'Terms that end within so many days, the next one first',
    access: 'teacher',
    query: z.strictObject({ within }),
    response: z.object({ items: z.array(term) }),
  },
  grant: {
    method: 'POST',
    path: '/admin/roles',
    summary: 'Give a role for a term, now or from a day on; recorded in the audit log',
    access: 'admin',
    body: grantDraft,
    response: grant,
    status: 201,
    errors: ['resource.not-found', 'role.already-held'],
  },
  change: {
    method: 'PATCH',
    path: '/admin/roles/{id}',
    summary: 'Change boards or end of a term that is not over; recorded in the audit log',
    access: 'admin',
    params: one,
    body: grantChange,
    response: grant,
    errors: ['resource.not-found', 'version.stale', 'role.over', 'role.last-admin'],
  },
  end: {
    method: 'POST',
    path: '/admin/roles/{id}/end',
    summary: 'End a term now: the person is signed out everywhere; recorded in the audit log',
    access: 'admin',
    params: one,
    body: z.strictObject({ reason }),
    response: grant,
    errors: ['resource.not-found', 'role.over', 'role.last-admin'],
  },
});
