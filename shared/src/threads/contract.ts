import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { careContact } from '../care/contract';
import { decisionAnswers } from '../content/decisions';
import { lifeAnswers } from '../content/life-routes';
import { contentStates } from '../content/vocabulary';
import { id, instant, lineText, longText, queryText, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import {
  answerActions,
  threadActions,
  threadCategories,
  threadClosers,
  threadLimits,
  threadSorts,
  threadStates,
  threadTabs,
} from './vocabulary';

/**
 * How the author of a question or answer is shown. An anonymous one has an alias that is stable inside the thread and
 * means nothing outside it, and neither name nor about.
 */
export const threadAuthor = z.object({
  anonymous: z.boolean(),
  /** A name, or the alias of an anonymous voice: 提问者, 同学B. */
  name: z.string(),
  /** Role, major and class of a named one; empty for an anonymous one. */
  about: z.string(),
  /** A teacher speaks for the office. */
  official: z.boolean(),
  /** The person reading this wrote it. */
  self: z.boolean(),
});

export const threadSummary = z.object({
  id: z.string(),
  /** Slug of its board. */
  board: z.string(),
  title: z.string(),
  category: z.enum(threadCategories),
  state: z.enum(threadStates),
  life: z.enum(contentStates),
  author: threadAuthor,
  /** Alias of an anonymous asker, null otherwise. */
  alias: z.nullable(z.string()),
  askedAt: instant,
  /** By when the person on duty answers; null once answered. */
  dueAt: z.nullable(instant),
  /** That time is over, and nobody has answered. */
  overdue: z.boolean(),
  /** Name of the person on duty. */
  onDuty: z.nullable(z.string()),
  answerCount: z.int(),
  /** Opening words of the accepted answer, else of the first. */
  topAnswer: z.nullable(
    z.object({
      author: z.string(),
      official: z.boolean(),
      excerpt: z.string(),
      /** How many people found it useful. */
      useful: z.int(),
    }),
  ),
  /** The person reading this follows it; how many do is nobody's to know. */
  following: z.boolean(),
  /** What it says is older than a year: 可能过期. */
  outdated: z.boolean(),
  hidden: z.boolean(),
  viewer: viewer(threadActions),
});
export type ThreadSummary = z.output<typeof threadSummary>;

/** What the author and moderators of a piece learn of its life; readers are answered null, and what they see anyway. */
const lifeOfPiece = {
  life: z.enum(contentStates),
  /** Sent back with an edit. */
  version: z.int(),
  ...decisionAnswers,
  seen: lifeAnswers.seen,
  /** When what readers had seen was changed last, and how often. */
  editedAt: z.nullable(instant),
  edits: z.int(),
  outdated: z.boolean(),
};

export const answer = z.object({
  id: z.string(),
  body: z.string(),
  ...lifeOfPiece,
  /** How many people found it useful, and whether the person reading this does. */
  useful: z.object({ n: z.int(), mine: z.boolean() }),
  author: threadAuthor,
  answeredAt: instant,
  accepted: z.boolean(),
  hidden: z.boolean(),
  hiddenReason: z.nullable(z.string()),
  viewer: viewer(answerActions),
});
export type Answer = z.output<typeof answer>;

export const thread = z.extend(threadSummary, {
  body: z.string(),
  ...lifeOfPiece,
  firstAnsweredAt: z.nullable(instant),
  /** When an answer was accepted. */
  solvedAt: z.nullable(instant),
  /** When its asker said that the answers had not helped; said once. */
  unsolvedAt: z.nullable(instant),
  /** Why it takes no more answers, and the question that it was merged with. */
  closed: z.nullable(
    z.object({
      by: z.enum(threadClosers),
      at: instant,
      reason: z.string(),
      into: z.nullable(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  /** Who answers it and until when, one step after the other; null where nobody has to. */
  duty: z.nullable(
    z.object({
      name: z.nullable(z.string()),
      until: instant,
      chain: z.array(z.object({ who: z.string(), until: instant, passed: z.boolean() })),
    }),
  ),
  /** Whom its author may turn to; answered with what the author has just written, and null everywhere else. */
  care: z.nullable(careContact),
  /** Accepted first, then what more people found useful, then by time. */
  answers: z.array(answer),
  hiddenReason: z.nullable(z.string()),
});
export type Thread = z.output<typeof thread>;

export const threadDraft = z.strictObject({
  title: lineText(4, threadLimits.title),
  body: z._default(longText(0, threadLimits.body), ''),
  category: z.enum(threadCategories),
  anonymous: z._default(z.boolean(), false),
  /** Slug of the board; the first question board when left out. */
  board: z.optional(slug),
});
export type ThreadDraftInput = z.input<typeof threadDraft>;

export const answerDraft = z.strictObject({
  body: longText(2, threadLimits.answer),
  /** In a question of one's own, asked by name, words are signed; in an anonymous one they never are. */
  anonymous: z._default(z.boolean(), false),
  /** For the office, where its author may speak for it; absent: as the author may. */
  official: z.optional(z.boolean()),
});

const version = z.int().check(z.minimum(0), z.maximum(1_000_000_000));

/** Absent fields stay. */
export const threadChange = z.strictObject({
  title: z.optional(threadDraft.shape.title),
  body: z.optional(longText(0, threadLimits.body)),
  category: z.optional(threadDraft.shape.category),
  version,
});

export const answerChange = z.strictObject({ body: answerDraft.shape.body, version });

/** One version of a question or answer, signed as its piece is. */
const pastWords = z.object({
  rev: z.int(),
  at: instant,
  by: z.string(),
  /** Labels of the fields that differ from the version before. */
  changed: z.array(z.string()),
  fields: z.array(z.object({ field: z.string(), label: z.string(), text: z.string() })),
});
export type PastWords = z.output<typeof pastWords>;

const one = z.strictObject({ id });

const writing = [
  'resource.not-found',
  'action.forbidden',
  'verification.required',
  'person.muted',
  'thread.daily-limit',
] as const;
const changing = ['resource.not-found', 'action.forbidden', 'person.muted', 'version.stale'] as const;
const acting = ['resource.not-found', 'action.forbidden', 'thread.wrong-state'] as const;

export const threadsContract = defineContract({
  list: {
    method: 'GET',
    path: '/threads',
    summary: 'Questions by category and state',
    access: 'public',
    keepSeconds: 5,
    query: z.strictObject({
      ...pageQuery,
      /** Left out: every question board. */
      board: z.optional(slug),
      category: z.optional(z.array(z.enum(threadCategories))),
      state: z.optional(z.array(z.enum(threadStates))),
      /** Left out: all of them. `mine` and `following` need a session, and `mine` has also what readers do not see. */
      tab: z.optional(z.enum(threadTabs)),
      q: z.optional(queryText(1, 60)),
      sort: z._default(z.enum(threadSorts), 'newest'),
      /** Only my own questions. */
      mine: z.optional(z.boolean()),
    }),
    response: pageOf(threadSummary),
    errors: ['cursor.invalid', 'session.required', 'resource.not-found', 'board.wrong-kind'],
  },
  counts: {
    method: 'GET',
    path: '/threads/counts',
    summary: 'How many questions each tab of the list has; mine and following are null for a visitor',
    access: 'public',
    keepSeconds: 5,
    query: z.strictObject({
      board: z.optional(slug),
      category: z.optional(z.array(z.enum(threadCategories))),
    }),
    response: z.object({
      answered: z.int(),
      waiting: z.int(),
      mine: z.nullable(z.int()),
      following: z.nullable(z.int()),
    }),
    errors: ['resource.not-found', 'board.wrong-kind'],
  },
  similar: {
    method: 'GET',
    path: '/threads/similar',
    summary: 'Questions with a similar title, solved before answered before open, for a person about to ask',
    access: 'public',
    query: z.strictObject({ title: queryText(2, threadLimits.title), board: z.optional(slug) }),
    response: z.object({ items: z.array(threadSummary) }),
    errors: ['resource.not-found', 'board.wrong-kind'],
  },
  detail: {
    method: 'GET',
    path: '/threads/{id}',
    summary: 'One question with its answers',
    access: 'public',
    keepSeconds: 5,
    params: one,
    response: thread,
    errors: ['resource.not-found'],
  },
  ask: {
    method: 'POST',
    path: '/threads',
    summary:
      'Ask a question; one that has to be looked at first is answered as `pending`. The same words within ten minutes are one question',
    access: 'signed-in',
    body: threadDraft,
    response: thread,
    status: 201,
    errors: [...writing, 'board.wrong-kind'],
  },
  edit: {
    method: 'PATCH',
    path: '/threads/{id}',
    summary:
      'Change a question; one that was returned goes to review again, and what is found goes there, too',
    access: 'signed-in',
    params: one,
    body: threadChange,
    response: thread,
    errors: changing,
  },
  history: {
    method: 'GET',
    path: '/threads/{id}/revisions',
    summary: 'What a question said before, newest first, for its author and moderators',
    access: 'signed-in',
    params: one,
    response: z.object({ items: z.array(pastWords) }),
    errors: ['resource.not-found', 'action.forbidden'],
  },
  answer: {
    method: 'POST',
    path: '/threads/{id}/answers',
    summary:
      'Answer a question, by name or without; an answer that has to be looked at first is seen by its author',
    access: 'signed-in',
    params: one,
    body: answerDraft,
    response: thread,
    status: 201,
    errors: [...writing, 'thread.closed'],
  },
  editAnswer: {
    method: 'PATCH',
    path: '/answers/{id}',
    summary: 'Change an answer, as a question is changed',
    access: 'signed-in',
    params: one,
    body: answerChange,
    response: thread,
    errors: changing,
  },
  answerHistory: {
    method: 'GET',
    path: '/answers/{id}/revisions',
    summary: 'What an answer said before, newest first, for its author and moderators',
    access: 'signed-in',
    params: one,
    response: z.object({ items: z.array(pastWords) }),
    errors: ['resource.not-found', 'action.forbidden'],
  },
  accept: {
    method: 'POST',
    path: '/threads/{id}/accept',
    summary: 'The asker accepts one answer: the question is solved',
    access: 'signed-in',
    params: one,
    body: z.strictObject({ answerId: id }),
    response: thread,
    errors: [...acting, 'thread.already-solved'],
  },
  unsolved: {
    method: 'POST',
    path: '/threads/{id}/unsolved',
    summary: 'The asker says, once, that the answers did not help: the clock starts again',
    access: 'signed-in',
    params: one,
    response: thread,
    errors: acting,
  },
  reopen: {
    method: 'POST',
    path: '/threads/{id}/reopen',
    summary: 'The asker takes an acceptance back, or opens a question that the asker closed',
    access: 'signed-in',
    params: one,
    response: thread,
    errors: acting,
  },
  close: {
    method: 'POST',
    path: '/threads/{id}/close',
    summary: 'The asker needs no more answers; what was answered stays readable',
    access: 'signed-in',
    params: one,
    body: z.nullish(z.strictObject({ reason: z._default(longText(0, threadLimits.closeReason), '') })),
    response: thread,
    errors: acting,
  },
  follow: {
    method: 'PUT',
    path: '/threads/{id}/following',
    summary: 'Be told about answers',
    access: 'signed-in',
    params: one,
    response: z.object({ following: z.boolean() }),
    errors: ['resource.not-found', 'action.forbidden'],
  },
  unfollow: {
    method: 'DELETE',
    path: '/threads/{id}/following',
    summary: 'Be told about answers no more',
    access: 'signed-in',
    params: one,
    response: z.object({ following: z.boolean() }),
    errors: ['resource.not-found'],
  },
  markUseful: {
    method: 'PUT',
    path: '/answers/{id}/useful',
    summary: "Say that an answer was useful; never of one's own",
    access: 'signed-in',
    params: one,
    response: z.object({ n: z.int(), mine: z.boolean() }),
    errors: ['resource.not-found', 'action.forbidden'],
  },
  unmarkUseful: {
    method: 'DELETE',
    path: '/answers/{id}/useful',
    summary: 'Take that back',
    access: 'signed-in',
    params: one,
    response: z.object({ n: z.int(), mine: z.boolean() }),
    errors: ['resource.not-found'],
  },
});
