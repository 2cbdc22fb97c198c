import * as z from 'zod/mini';
import { day, id, instant, queryText } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { roles } from '../session/vocabulary';

/** Fields of a thing by name, as far as the act recorded them. */
const fields = z.nullable(z.record(z.string(), z.unknown()));

export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  /** Null for what the service did by itself. The name is of today; of somebody erased only the id is left. */
  actor: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  /** What the actor was at that time. */
  roles: z.array(z.enum(roles)),
  /** `thing.act`, see `auditActions`. */
  action: z.string(),
  target: z.object({
    type: z.string(),
    id: z.string(),
    /** What the thing is called today; null where it is gone or has no name. */
    title: z.nullable(z.string()),
  }),
  before: fields,
  after: fields,
  reason: z.nullable(z.string()),
  requestId: z.string(),
});
export type AuditEntry = z.output<typeof auditEntry>;

const word = z.string().check(z.regex(/^[a-z][a-z-]{0,40}$/, '不认识的类型'));

const filter = {
  /** Only what this person did. */
  actor: z.optional(id),
  /** Only what people did whose name holds this. */
  name: z.optional(queryText(1, 20)),
  /** Any of these acts. */
  action: z.optional(
    z
      .array(z.string().check(z.regex(/^[a-z][a-z-]{0,30}\.[a-z][a-z-]{0,30}$/, '不认识的操作')))
      .check(z.maxLength(30)),
  ),
  targetType: z.optional(word),
  /** Of things whose ids are longer or otherwise than ours, too: a slug, a class. */
  targetId: z.optional(queryText(1, 60)),
  /** First day in Asia/Shanghai. */
  from: z.optional(day),
  /** Last day in Asia/Shanghai. */
  to: z.optional(day),
};

export const auditContract = defineContract({
  list: {
    method: 'GET',
    path: '/audit',
    summary: 'The audit log, newest first',
    access: 'admin',
    query: z.strictObject({ ...pageQuery, ...filter }),
    response: pageOf(auditEntry),
    errors: ['cursor.invalid'],
  },
  export: {
    method: 'GET',
    path: '/audit.csv',
    summary: 'What a filter finds as a CSV file (RFC 4180, UTF-8 with BOM), newest first; recorded itself',
    access: 'admin',
    query: z.strictObject(filter),
    response: z.string(),
    media: 'text/csv',
    errors: ['audit.too-many'],
  },
});
