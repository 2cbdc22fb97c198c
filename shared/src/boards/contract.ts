import * as z from 'zod/mini';
import { reviewPolicies } from '../content/vocabulary';
import { lineText, viewer } from '../contract/fields';
import { defineContract } from '../contract/route';
import { boardColours, boardKinds } from './vocabulary';

export const slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/, '栏目标识的格式不对'));

export const board = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(boardKinds),
  /** A piece on this board names where it comes from. */
  sourceRequired: z.boolean(),
  /** A piece on this board is about a person who has consented to it. */
  consentRequired: z.boolean(),
  review: z.enum(reviewPolicies),
  /** Its pinned pieces lead the home page. */
  strip: z.boolean(),
  colour: z.enum(boardColours),
  /** Published today and within the last seven days, in Asia/Shanghai. */
  activity: z.object({
    today: z.int(),
    week: z.int(),
    /** Threads only: median minutes to the first answer over the last 30 days; null before there is one. */
    firstAnswerMinutes: z.nullable(z.int()),
  }),
  viewer: viewer(['post']),
});
export type Board = z.output<typeof board>;

/** A board as an admin arranges it, visible or not. */
const boardSetting = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(boardKinds),
  position: z.int(),
  enabled: z.boolean(),
  sourceRequired: z.boolean(),
  consentRequired: z.boolean(),
  review: z.enum(reviewPolicies),
  strip: z.boolean(),
  colour: z.enum(boardColours),
});
export type BoardSetting = z.output<typeof boardSetting>;

const fields = {
  name: lineText(2, 12),
  position: z.int().check(z.minimum(0), z.maximum(999)),
  enabled: z.boolean(),
};

/** The rules of a board, which go with it whatever its slug is. */
const rules = {
  sourceRequired: z.boolean(),
  consentRequired: z.boolean(),
  review: z.enum(reviewPolicies),
  strip: z.boolean(),
  colour: z.enum(boardColours),
};

/** A new board. */
export const boardDraft = z.strictObject({
  ...fields,
  slug,
  kind: z.enum(boardKinds),
  sourceRequired: z._default(rules.sourceRequired, false),
  consentRequired: z._default(rules.consentRequired, false),
  review: z._default(rules.review, 'direct'),
  strip: z._default(rules.strip, false),
  colour: z._default(rules.colour, 'teal'),
});

/** Settings of a board; absent ones stay. */
export const boardChange = z.partial(z.strictObject({ ...fields, ...rules }));

export const boardsContract = defineContract({
  list: {
    method: 'GET',
    path: '/boards',
    summary: 'The visible boards in order',
    access: 'public',
    keepSeconds: 5,
    response: z.object({ items: z.array(board) }),
  },
  settings: {
    method: 'GET',
    path: '/admin/boards',
    summary: 'Every board, also those that are off',
    access: 'admin',
    response: z.object({ items: z.array(boardSetting) }),
  },
  create: {
    method: 'POST',
    path: '/admin/boards',
    summary: 'Add a board of an existing kind',
    access: 'admin',
    body: boardDraft,
    response: boardSetting,
    status: 201,
    errors: ['board.slug-taken'],
  },
  update: {
    method: 'PATCH',
    path: '/admin/boards/{slug}',
    summary:
      'Rename, move, set rules, switch on or off; a board that is off is 404 everywhere and gone from search',
    access: 'admin',
    params: z.strictObject({ slug }),
    body: boardChange,
    response: boardSetting,
    errors: ['resource.not-found'],
  },
});
