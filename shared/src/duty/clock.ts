import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { id, instant, viewer } from '../contract/fields';
import { defineContract } from '../contract/route';
import { threadCategories } from '../threads/vocabulary';
import { dutySteps, overdueActions } from './vocabulary';

/** One of those a question waits or waited for: who let it pass, the one it waits for now, the one to come. */
export const chainLink = z.object({
  step: z.enum(dutySteps),
  /** A name as readers know it, or the office where nobody could be named. */
  who: z.string(),
  /** When their time is or was over. */
  until: instant,
  /** Did not answer in time, or gave it on. The first that is not passed has it now. */
  passed: z.boolean(),
});
export type ChainLink = z.output<typeof chainLink>;

/** The answer clock of one question: the asker sees the same as those who keep the board. */
export const threadDuty = z.object({
  name: z.nullable(z.string()),
  until: instant,
  chain: z.array(chainLink),
});
export type ThreadDuty = z.output<typeof threadDuty>;

const overdueThread = z.object({
  id: z.string(),
  title: z.string(),
  category: z.enum(threadCategories),
  board: z.string(),
  /** Name of the asker, or the alias of an anonymous one. */
  author: z.string(),
  anonymous: z.boolean(),
  askedAt: instant,
  /** When the first promise ended. */
  promisedAt: instant,
  duty: threadDuty,
  viewer: viewer(overdueActions),
});
export type OverdueThread = z.output<typeof overdueThread>;

export const answerStats = z.object({
  days: z.int(),
  asked: z.int(),
  answered: z.int(),
  /** Minutes to the first answer; null without one. */
  medianMinutes: z.nullable(z.int()),
  onTime: z.int(),
  /** Answered after the first promise, or not yet and past it. */
  overdue: z.int(),
  /** Overdue ones whose promise ended on a Saturday or Sunday. */
  overdueAtWeekends: z.int(),
  /** Weekdays (Monday is 1) without a person in the rota that counts today. */
  emptyWeekdays: z.array(z.int()),
});
export type AnswerStats = z.output<typeof answerStats>;

export const overdueList = z.object({ items: z.array(overdueThread), stats: answerStats });

const one = z.strictObject({ id });

export const answerClockContract = defineContract({
  overdue: {
    method: 'GET',
    path: '/duty/overdue',
    summary: 'Questions past their promise, the longest first, and how answers came in 30 days',
    access: 'lead',
    query: z.strictObject({ board: z.optional(slug) }),
    response: overdueList,
    errors: ['resource.not-found', 'board.wrong-kind', 'action.forbidden'],
  },
  take: {
    method: 'POST',
    path: '/duty/threads/{id}/take',
    summary: 'Take an overdue question; the asker sees who and until when',
    access: 'lead',
    params: one,
    response: overdueList,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted', 'duty.not-overdue'],
  },
  askTeacher: {
    method: 'POST',
    path: '/duty/threads/{id}/teacher',
    summary: 'Give an overdue question to the teacher at once',
    access: 'lead',
    params: one,
    response: overdueList,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted', 'duty.not-overdue'],
  },
});
