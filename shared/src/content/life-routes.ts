import * as z from 'zod/mini';
import { id, instant } from '../contract/fields';
import type { Schema } from '../contract/route';
import { decisionAnswers } from './decisions';

/** When a piece comes before readers and when it leaves them; null where that is not planned. */
const times = { publishAt: z.optional(z.nullable(instant)), unpublishAt: z.optional(z.nullable(instant)) };

/** What a piece says of its life to those who write and review it. Readers are answered null, and what they see anyway. */
export const lifeAnswers = {
  /** The planned instants, for those who may edit or moderate it. In review, `publishAt` is the author's wish. */
  schedule: z.nullable(z.object({ publishAt: z.nullable(instant), unpublishAt: z.nullable(instant) })),
  ...decisionAnswers,
  /** Whether readers see it now, and why or why not, in words. */
  seen: z.object({ now: z.boolean(), why: z.string() }),
};

/** How a draft is saved while it is written: refused as stale once the piece is no draft any more, on another device or by another person. */
export const draftOnly = z.optional(z.boolean());

const pieceErrors = [
  'resource.not-found',
  'action.forbidden',
  'person.muted',
  'moderation.already-done',
] as const;

interface Parts<P extends Schema, D extends z.core.$ZodObject, C extends z.core.$ZodShape> {
  /** What is answered: the whole piece. */
  piece: P;
  /** A new draft: its board, and every field optional. */
  draft: D;
  /** What goes with a piece that is checked for more than a draft: why the warnings of the self-check do not apply. */
  checked: C;
}

/**
 * The routes by which an author leads a piece through its life, the same for every kind that is written before it is shown.
 * @param base where the kind is served: `/posts`
 */
export const lifeRoutes = <
  const B extends `/${string}`,
  P extends Schema,
  D extends z.core.$ZodObject,
  C extends z.core.$ZodShape,
>(
  base: B,
  { piece, draft, checked }: Parts<P, D, C>,
) =>
  ({
    startDraft: {
      method: 'POST',
      path: `${base}/drafts`,
      summary: 'Begin a draft, which its author alone sees; every field may be missing or unfinished',
      access: 'lead',
      body: draft,
      response: z.object({ id: z.string(), state: z.literal('draft'), version: z.int() }),
      status: 201,
      errors: ['action.forbidden', 'person.muted', 'resource.not-found', 'board.wrong-kind'],
    },
    discard: {
      method: 'DELETE',
      path: `${base}/{id}`,
      summary: "Delete a draft or a returned piece of one's own for good",
      access: 'lead',
      params: z.strictObject({ id }),
      errors: pieceErrors,
    },
    submit: {
      method: 'POST',
      path: `${base}/{id}/submit`,
      summary: 'Send it to review, with the times at which it is to come before readers and to leave them',
      access: 'lead',
      params: z.strictObject({ id }),
      body: z.nullish(z.strictObject({ ...times, ...checked })),
      response: piece,
      errors: [...pieceErrors, 'job.lint-warnings'],
    },
    recall: {
      method: 'POST',
      path: `${base}/{id}/recall`,
      summary: 'Take it back from review or from its schedule, to go on writing',
      access: 'lead',
      params: z.strictObject({ id }),
      response: piece,
      errors: pieceErrors,
    },
    schedule: {
      method: 'POST',
      path: `${base}/{id}/schedule`,
      summary:
        'Plan when it comes before readers and when it leaves them; an absent time stays, null removes it',
      access: 'lead',
      params: z.strictObject({ id }),
      body: z.strictObject({ ...times, ...checked }),
      response: piece,
      errors: [...pieceErrors, 'review.required', 'job.lint-warnings'],
    },
    publish: {
      method: 'POST',
      path: `${base}/{id}/publish`,
      summary: "Put a piece of one's own before readers, for the first time or again",
      access: 'lead',
      params: z.strictObject({ id }),
      body: z.nullish(z.strictObject(checked)),
      response: piece,
      errors: [...pieceErrors, 'review.required', 'job.lint-warnings'],
    },
    withdraw: {
      method: 'POST',
      path: `${base}/{id}/withdraw`,
      summary: "Take a piece of one's own from readers; it is kept and can be published again",
      access: 'lead',
      params: z.strictObject({ id }),
      response: piece,
      errors: pieceErrors,
    },
  }) as const;
