import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { mark, returnReasons } from '../content/decisions';
import { contentTypes } from '../content/vocabulary';
import { id, instant, lineText, longText, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { block } from '../posts/blocks';
import { partOps } from '../revisions/vocabulary';
import {
  caseActions,
  caseKinds,
  caseLimits,
  caseStates,
  caseWords,
  queueStates,
  verdicts,
} from './vocabulary';

/** A piece that waits for a decision, or had one. */
export const caseItem = z.object({
  id: z.string(),
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  target: z.object({ type: z.enum(contentTypes), id: z.string() }),
  title: z.string(),
  /** The opening words of the text; empty where the title says it all. */
  excerpt: z.string(),
  /** Slug of its board. */
  board: z.string(),
  /** Nobody learns who wrote anonymously, not even who decides. */
  author: z.object({ name: z.string(), about: z.string(), anonymous: z.boolean() }),
  waitingSince: instant,
  urgent: z.boolean(),
  /** Signs of despair: a teacher looks first. */
  care: z.boolean(),
  /** How often the piece was sent to review, this time included; 0 of what was not. */
  round: z.int(),
  /** What the content check said; null where it said nothing. */
  verdict: z.nullable(
    z.object({ verdict: z.enum(verdicts), words: z.array(z.string()), marks: z.array(mark) }),
  ),
  /** Why the piece was sent back the last time; null where it never was. */
  lastReturn: z.nullable(z.object({ by: z.string(), at: instant, note: z.string(), marks: z.array(mark) })),
  /** What people say who report it, without who they are; null where nobody does. */
  reports: z.nullable(
    z.object({
      count: z.int(),
      reasons: z.array(z.object({ reason: z.string(), n: z.int() })),
      notes: z.array(z.string()),
    }),
  ),
  /** Of an appeal: what its author says, against what, and what happened so far. */
  appeal: z.nullable(
    z.object({
      text: z.string(),
      against: z.object({
        by: z.string(),
        at: instant,
        note: z.string(),
        action: z.enum(caseActions),
        marks: z.array(mark),
      }),
      steps: z.array(z.object({ at: instant, who: z.string(), what: z.string() })),
    }),
  ),
  /** Who is looking at it, for how much longer; `mine` is the reader. */
  claimedBy: z.nullable(
    z.object({ name: z.string(), until: instant, secondsLeft: z.int(), mine: z.boolean() }),
  ),
  decided: z.nullable(
    z.object({
      by: z.string(),
      at: instant,
      action: z.enum(caseActions),
      reasons: z.array(z.enum(returnReasons)),
      note: z.nullable(z.string()),
      marks: z.array(mark),
      /** How much longer the reader may take it back; null for everybody else. */
      undoSeconds: z.nullable(z.int()),
    }),
  ),
  /** Of the words of the piece, sent back with a decision. */
  version: z.int(),
  viewer: viewer(caseWords),
});
export type CaseItem = z.output<typeof caseItem>;

/** The piece of a case as it is now. */
const pieceOfCase = z.object({
  title: z.string(),
  /** Its words, field by field, without empty ones. */
  parts: z.array(z.object({ path: z.string(), label: z.string(), text: z.string() })),
  /** What changed since it was sent back the last time; null where it never was, or where those words are no longer kept. */
  changes: z.nullable(
    z.array(
      z.object({
        path: z.string(),
        label: z.string(),
        parts: z.array(z.object({ text: z.string(), op: z.enum(partOps) })),
      }),
    ),
  ),
  /** What the Markdown of an article becomes, with its pictures and attachments; null for other kinds. */
  blocks: z.nullable(z.array(block)),
  /** The question that an answer belongs to; null for other kinds. */
  within: z.nullable(z.object({ id: z.string(), title: z.string() })),
});

export const caseDetail = z.extend(caseItem, {
  /** Null once the piece was deleted. */
  piece: z.nullable(pieceOfCase),
});
export type CaseDetail = z.output<typeof caseDetail>;

const markDraft = z.strictObject({
  path: z.string().check(z.minLength(1), z.maxLength(60)),
  quote: longText(1, caseLimits.quote),
  why: lineText(1, caseLimits.why),
});

/** Why a piece is returned or taken down: reasons to choose from, words of one's own, or both. */
const why = {
  reason: z.optional(z.enum(returnReasons)),
  reasons: z.optional(z.array(z.enum(returnReasons)).check(z.maxLength(returnReasons.length))),
  note: z._default(longText(0, caseLimits.note), ''),
};

/** To return and to hide needs a reason or a note. */
export const caseDecision = z.strictObject({
  action: z.enum(caseActions),
  ...why,
  marks: z._default(z.array(markDraft).check(z.maxLength(caseLimits.marks)), []),
  /** The version that was read; a later one answers 409. */
  version: z.optional(z.int()),
});
export type CaseDecision = z.input<typeof caseDecision>;

export const appealDraft = z.strictObject({ text: longText(2, caseLimits.appeal) });

const one = z.strictObject({ id });
const deciding = [
  'resource.not-found',
  'action.forbidden',
  'person.muted',
  'case.claimed',
  'moderation.already-done',
  'version.stale',
  'job.lint-warnings',
] as const;

/** By which the author of a piece asks another person to look at a decision again. */
const appealOf = <const P extends `/${string}`>(pieces: P) =>
  ({
    method: 'POST',
    path: `${pieces}/{id}/appeal`,
    summary: 'Ask another person to look at the decision against a piece of mine again, once a decision',
    access: 'signed-in',
    params: one,
    body: appealDraft,
    status: 201,
    response: z.object({ caseId: z.string() }),
    errors: ['resource.not-found', 'action.forbidden', 'moderation.already-done'],
  }) as const;

export const casesContract = defineContract({
  queue: {
    method: 'GET',
    path: '/moderation/queue',
    summary:
      'What waits for a decision on my boards, urgent and longest waiting first; or was decided, latest first',
    access: 'lead',
    query: z.strictObject({
      ...pageQuery,
      state: z._default(z.enum(queueStates), 'pending'),
      type: z.optional(z.enum(contentTypes)),
      board: z.optional(slug),
    }),
    response: z.extend(pageOf(caseItem), {
      counts: z.object({
        pending: z.int(),
        approved: z.int(),
        returned: z.int(),
        reported: z.int(),
        appealed: z.int(),
      }),
    }),
    errors: ['cursor.invalid'],
  },
  detail: {
    method: 'GET',
    path: '/moderation/cases/{id}',
    summary: 'One case with the words of its piece, and what changed since the piece was returned',
    access: 'lead',
    params: one,
    response: caseDetail,
    errors: ['resource.not-found'],
  },
  claim: {
    method: 'POST',
    path: '/moderation/cases/{id}/claim',
    summary: 'Take a case for ten minutes, so that nobody else decides it; again to prolong it',
    access: 'lead',
    params: one,
    response: caseItem,
    errors: deciding,
  },
  release: {
    method: 'DELETE',
    path: '/moderation/cases/{id}/claim',
    summary: 'Give a case back that I claimed',
    access: 'lead',
    params: one,
    errors: ['resource.not-found'],
  },
  decide: {
    method: 'POST',
    path: '/moderation/cases/{id}/decision',
    summary: 'Decide a case. Recorded in the audit log, and taken back within ten seconds by the same person',
    access: 'lead',
    params: one,
    body: caseDecision,
    response: caseItem,
    errors: deciding,
  },
  undo: {
    method: 'POST',
    path: '/moderation/cases/{id}/undo',
    summary: 'Take my decision back, within ten seconds: the piece is as it was. Recorded in the audit log',
    access: 'lead',
    params: one,
    response: caseItem,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted', 'moderation.already-done'],
  },
  decideMany: {
    method: 'POST',
    path: '/moderation/decisions',
    summary: 'Decide several cases alike; each by itself, so that one that is refused stops no other',
    access: 'lead',
    body: z.strictObject({
      cases: z
        .array(z.strictObject({ id, version: z.optional(z.int()) }))
        .check(z.minLength(1), z.maxLength(caseLimits.batch)),
      action: z.enum(caseActions),
      ...why,
    }),
    response: z.object({
      /** In the order in which the cases were sent. */
      outcomes: z.array(
        z.object({
          /** Null where there is no such case for the reader. */
          id: z.nullable(z.string()),
          done: z.boolean(),
          /** The error code and its words where it was not. */
          code: z.nullable(z.string()),
          detail: z.nullable(z.string()),
        }),
      ),
    }),
  },
  appealJob: appealOf('/jobs'),
  appealPost: appealOf('/posts'),
  appealThread: appealOf('/threads'),
  appealAnswer: appealOf('/answers'),
});
