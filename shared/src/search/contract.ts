import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { instant, queryText } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';

/** Text with the places where the query stands: `marks` are `[start, end)` in UTF-16 units. */
const marked = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) });

export const searchHit = z.object({
  type: z.enum(['job', 'post', 'thread']),
  id: z.string(),
  board: z.string(),
  title: marked,
  /** The part of the body around the first place found, or its opening words. */
  excerpt: marked,
  /** Company of a job, author of an article, category of a question, in the words readers see. */
  about: z.string(),
  /** A job that can no longer be applied for. */
  closed: z.boolean(),
  publishedAt: instant,
});
export type SearchHit = z.output<typeof searchHit>;

export const searchContract = defineContract({
  search: {
    method: 'GET',
    path: '/search',
    summary: 'Search every visible board; all words must be found, in title or body',
    access: 'public',
    keepSeconds: 5,
    query: z.strictObject({ ...pageQuery, q: queryText(1, 60), board: z.optional(slug) }),
    response: z.extend(pageOf(searchHit), {
      /** Hits per board, whichever board is asked for: exact below 1000, where counting stops. */
      counts: z.record(z.string(), z.int()),
    }),
    errors: ['cursor.invalid', 'resource.not-found'],
  },
});
