import * as z from 'zod/mini';
import { queueStates } from '../cases/vocabulary';
import { id, instant } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { notificationKindNames } from './kinds';
import { notificationGroups, notificationLimits, notificationPages } from './vocabulary';

const group = z.enum(notificationGroups);
const unread = z.int();

/** The words are made for this answer: what its person may no longer see is not named in them. */
const notification = z.object({
  id: z.string(),
  kind: z.enum(notificationKindNames),
  group,
  title: z.string(),
  /** '' where the title says all. */
  body: z.string(),
  /** The verb of the way on (去修改); null where it needs none. */
  act: z.nullable(z.string()),
  /** Null where there is nothing to open, or no longer. `threadId` is the question of an answer. */
  link: z.nullable(
    z.object({
      page: z.enum(notificationPages),
      id: z.nullable(z.string()),
      threadId: z.optional(z.string()),
      /** Of the queue: the list to open, where that is not 待审. */
      state: z.optional(z.enum(queueStates)),
    }),
  ),
  at: instant,
  /** How many events it stands for. */
  count: z.int(),
  read: z.boolean(),
});
export type Notification = z.output<typeof notification>;

const counts = z.object({ deadlines: unread, threads: unread, review: unread, notices: unread });

const readBody = z
  .strictObject({
    ids: z.optional(z.array(id).check(z.minLength(1), z.maxLength(notificationLimits.ids))),
    all: z.optional(z.literal(true)),
    /** With `all`: of one group only. */
    group: z.optional(group),
    /** With `ids`: false marks them as unread again. */
    read: z._default(z.boolean(), true),
  })
  .check(
    z.refine(({ ids, all, read }) => (ids === undefined) !== (all === undefined) && (!all || read), {
      path: ['ids'],
      message: '写明哪几条，或者全部',
    }),
  );

export const notificationsContract = defineContract({
  list: {
    method: 'GET',
    path: '/notifications',
    summary: 'What happened that concerns one, the newest first, of the last 90 days',
    access: 'signed-in',
    query: z.strictObject({ ...pageQuery, group: z.optional(group) }),
    response: z.extend(pageOf(notification), {
      unread,
      /** Unread ones by group. */
      counts,
    }),
    errors: ['cursor.invalid'],
  },
  unread: {
    method: 'GET',
    path: '/notifications/unread',
    summary: 'How many are unread; made to be asked for often, with an ETag',
    access: 'signed-in',
    response: z.object({ unread }),
    tagged: true,
  },
  read: {
    method: 'POST',
    path: '/notifications/read',
    summary: 'Mark some or all as read, or some as unread again; ids of others are passed over',
    access: 'signed-in',
    body: readBody,
    response: z.object({
      /** Those that changed, at most 500: with `read: false` they are as they were. */
      changed: z.array(z.string()),
      unread,
      counts,
    }),
    beforeConsent: true,
  },
});
