import * as z from 'zod/mini';
import { contentStates } from '../content/vocabulary';
import { id, instant } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract, type Schema } from '../contract/route';
import { jobUnfinished, jobUnfinishedAnswer, overrideReason } from '../jobs/field-schemas';
import { block } from '../posts/blocks';
import { postUnfinished, postUnfinishedAnswer } from '../posts/contract';
import { partOps, revisionKinds, revisionViews } from './vocabulary';

const version = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const rev = z.int().check(z.minimum(1), z.maximum(1_000_000));
/** The same in a path, whose parts are texts. */
const revInPath = z.string().check(z.regex(/^[1-9]\d{0,5}$/, '没有这一版'));

const revision = z.object({
  /** Counts the versions of one piece from 1; folded and expired ones leave no gaps in what follows. */
  rev: z.int(),
  at: instant,
  /** Who wrote it, as readers are told. */
  by: z.string(),
  kind: z.enum(revisionKinds),
  seen: z.enum(revisionViews),
  /** Labels of the fields that differ from the version before. */
  changed: z.array(z.string()),
});
export type Revision = z.output<typeof revision>;

/** One field of two versions, in passages; a text that is too different for more is one passage removed and one added. */
const change = z.object({
  field: z.string(),
  label: z.string(),
  parts: z.array(z.object({ text: z.string(), op: z.enum(partOps) })),
});
export type Change = z.output<typeof change>;

const pieceErrors = ['resource.not-found', 'action.forbidden'] as const;

interface Parts<U extends z.core.$ZodObject, A extends Schema, C extends z.core.$ZodShape> {
  /** Every field as far as it is written, as it is sent. */
  unfinished: U;
  /** The same as it is answered. */
  answer: A;
  /** What goes with words that readers may see at once. */
  checked: C;
}

/**
 * The routes of earlier versions and of unpublished changes, the same for every kind that is written before it is shown.
 * @param base where the kind is served: `/posts`
 */
const revisionRoutes = <
  const B extends `/${string}`,
  U extends z.core.$ZodObject,
  A extends Schema,
  C extends z.core.$ZodShape,
>(
  base: B,
  { unfinished, answer, checked }: Parts<U, A, C>,
) =>
  ({
    list: {
      method: 'GET',
      path: `${base}/{id}/revisions`,
      summary: 'The versions of a piece, newest first, for those who may edit it',
      access: 'lead',
      params: z.strictObject({ id }),
      query: z.strictObject(pageQuery),
      response: z.extend(pageOf(revision), {
        title: z.string(),
        life: z.enum(contentStates),
        /** Sent back as `version` with a restore. */
        version: z.int(),
      }),
      errors: [...pieceErrors, 'cursor.invalid'],
    },
    detail: {
      method: 'GET',
      path: `${base}/{id}/revisions/{rev}`,
      summary: 'One version, and what differs from the one before it, or from `against`',
      access: 'lead',
      params: z.strictObject({ id, rev: revInPath }),
      query: z.strictObject({ against: z.optional(rev) }),
      response: z.extend(revision, {
        /** The words, as an edit takes them. */
        values: answer,
        /** The same as people read them, without empty fields. */
        fields: z.array(z.object({ field: z.string(), label: z.string(), text: z.string() })),
        /** What the Markdown of an article becomes; null for other kinds. */
        blocks: z.nullable(z.array(block)),
        /** The version it is compared with; null for the first. */
        against: z.nullable(z.int()),
        changes: z.array(change),
      }),
      errors: pieceErrors,
    },
    restore: {
      method: 'POST',
      path: `${base}/{id}/revisions/{rev}/restore`,
      summary: 'Make the words of a version those of the piece, as a new version; checked like an edit',
      access: 'lead',
      params: z.strictObject({ id, rev: revInPath }),
      body: z.strictObject({ version: z.int(), ...checked }),
      response: z.object({ version: z.int() }),
      errors: [...pieceErrors, 'person.muted', 'version.stale', 'review.required', 'job.lint-warnings'],
    },
    compare: {
      method: 'POST',
      path: `${base}/{id}/revisions/compare`,
      summary: 'What words that are not saved differ in from the piece as it is now',
      access: 'lead',
      idempotency: false,
      beforeConsent: true,
      params: z.strictObject({ id }),
      body: z.strictObject({ fields: unfinished }),
      response: z.object({
        version: z.int(),
        /** Who wrote what is there now, and when. */
        by: z.string(),
        at: instant,
        changes: z.array(change),
      }),
      errors: pieceErrors,
    },
    workingCopy: {
      method: 'GET',
      path: `${base}/{id}/working-copy`,
      summary: 'The change that I have not published yet, and who else has one',
      access: 'lead',
      params: z.strictObject({ id }),
      response: z.object({
        copy: z.nullable(z.object({ fields: answer, baseVersion: z.int(), savedAt: instant })),
        others: z.array(z.object({ by: z.string(), savedAt: instant })),
      }),
      errors: pieceErrors,
    },
    saveWorkingCopy: {
      method: 'PUT',
      path: `${base}/{id}/working-copy`,
      summary:
        'Keep a change without publishing it; one a person and piece. An edit by the same person removes it',
      access: 'lead',
      params: z.strictObject({ id }),
      body: z.strictObject({ fields: unfinished, baseVersion: version }),
      response: z.object({ savedAt: instant }),
      errors: [...pieceErrors, 'person.muted'],
    },
    dropWorkingCopy: {
      method: 'DELETE',
      path: `${base}/{id}/working-copy`,
      summary: 'Delete the change that I have not published',
      access: 'lead',
      params: z.strictObject({ id }),
      errors: pieceErrors,
    },
  }) as const;

export const postRevisionsContract = defineContract(
  revisionRoutes('/posts', { unfinished: postUnfinished, answer: postUnfinishedAnswer, checked: {} }),
);

export const jobRevisionsContract = defineContract(
  revisionRoutes('/jobs', {
    unfinished: jobUnfinished,
    answer: jobUnfinishedAnswer,
    checked: { overrideReason },
  }),
);
