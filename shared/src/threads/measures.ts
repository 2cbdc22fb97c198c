import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { id, longText } from '../contract/fields';
import { defineContract } from '../contract/route';

export const measureLimits = { reason: 300 } as const;

const target = z.strictObject({ type: z.literal('thread'), id });
/** Read by everybody who opens the question, and kept in the audit log. */
const reason = longText(1, measureLimits.reason);

const errors = ['resource.not-found', 'action.forbidden', 'thread.wrong-state'] as const;

/** What those who keep a board clean do with a question, beyond hiding it and muting its author. */
export const threadMeasuresContract = defineContract({
  lock: {
    method: 'POST',
    path: '/moderation/lock',
    summary: 'Let a question take no more answers; it stays readable. Recorded in the audit log',
    access: 'lead',
    body: z.strictObject({ target, reason }),
    errors,
  },
  unlock: {
    method: 'POST',
    path: '/moderation/unlock',
    summary: 'Open a question again that was locked or merged. Recorded in the audit log',
    access: 'lead',
    body: z.strictObject({ target, reason }),
    errors,
  },
  move: {
    method: 'POST',
    path: '/moderation/move',
    summary:
      'Move a question with its answers to another board, whose rules and people it has from then on. Recorded in the audit log',
    access: 'lead',
    body: z.strictObject({ target, board: slug, reason }),
    errors: [...errors, 'board.wrong-kind'],
  },
  merge: {
    method: 'POST',
    path: '/moderation/merge',
    summary:
      'Point a question to another one that asks the same: it closes, stays readable at its address, and its followers follow the other. Recorded in the audit log',
    access: 'lead',
    body: z.strictObject({ target, into: id, reason }),
    errors,
  },
});
