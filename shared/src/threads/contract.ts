import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { id, instant, lineText, longText, queryText, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import {
  answerActions,
  threadActions,
  threadCategories,
  threadLimits,
  threadSorts,
  threadStates,
} from './vocabulary';

/**
 * How the author of a question or answer is shown. An anonymous one has an alias that is stable inside the thread and
 * means nothing outside it, and neither name nor about.
 */
export const threadAuthor = z.object({
  anonymous: z.boolean(),
  /** A name, or the alias of an anonymous asker: 白鹭. */
  name: z.string(),
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
  author: threadAuthor,
  /** Alias of an anonymous asker, null otherwise. */
  alias: z.nullable(z.string()),
  askedAt: instant,
  /** By when the person on duty answers; null once answered. */
  dueAt: z.nullable(instant),
  /** Name of the person on duty. */
  onDuty: z.nullable(z.string()),
  answerCount: z.int(),
  /** Opening words of the accepted answer, else of the first. */
  topAnswer: z.nullable(z.object({ author: z.string(), official: z.boolean(), excerpt: z.string() })),
  hidden: z.boolean(),
  viewer: viewer(threadActions),
});
export type ThreadSummary = z.output<typeof threadSummary>;

export const answer = z.object({
  id: z.string(),
  body: z.string(),
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
  firstAnsweredAt: z.nullable(instant),
  /** Accepted first, then by time. */
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

export const answerDraft = z.strictObject({ body: longText(2, threadLimits.answer) });

const one = z.strictObject({ id });

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
      q: z.optional(queryText(1, 60)),
      sort: z._default(z.enum(threadSorts), 'newest'),
      /** Only my own questions. */
      mine: z.optional(z.boolean()),
    }),
    response: pageOf(threadSummary),
    errors: ['cursor.invalid', 'session.required', 'resource.not-found', 'board.wrong-kind'],
  },
  similar: {
    method: 'GET',
    path: '/threads/similar',
    summary: 'Questions with a similar title, for somebody about to ask',
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
    summary: 'Ask a question',
    access: 'signed-in',
    body: threadDraft,
    response: thread,
    status: 201,
    errors: [
      'action.forbidden',
      'verification.required',
      'person.muted',
      'resource.not-found',
      'board.wrong-kind',
    ],
  },
  answer: {
    method: 'POST',
    path: '/threads/{id}/answers',
    summary: 'Answer a question',
    access: 'signed-in',
    params: one,
    body: answerDraft,
    response: thread,
    status: 201,
    errors: ['resource.not-found', 'action.forbidden', 'verification.required', 'person.muted'],
  },
  accept: {
    method: 'POST',
    path: '/threads/{id}/accept',
    summary: 'The asker accepts one answer: the question is solved',
    access: 'signed-in',
    params: one,
    body: z.strictObject({ answerId: id }),
    response: thread,
    errors: ['resource.not-found', 'action.forbidden', 'thread.already-solved'],
  },
});
