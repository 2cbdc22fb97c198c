import * as z from 'zod/mini';
import { viewer } from '../contract/fields';
import { defineContract } from '../contract/route';
import { boardKinds } from './vocabulary';

export const slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/, '栏目标识的格式不对'));

export const board = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(boardKinds),
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

export const boardsContract = defineContract({
  list: {
    method: 'GET',
    path: '/boards',
    summary: 'The visible boards in order',
    access: 'public',
    response: z.object({ items: z.array(board) }),
  },
});
