import * as z from 'zod/mini';
import { id, instant } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { notificationKindNames } from '../notifications/kinds';
import { purposes } from '../subscriptions/vocabulary';
import { deliveryChannels, deliveryReasons, deliveryStates } from './vocabulary';

const state = z.enum(deliveryStates);

/** Of nobody by name, and without a word of what it said. */
const delivery = z.object({
  id: z.string(),
  kind: z.enum(notificationKindNames),
  purpose: z.enum(purposes),
  channel: z.enum(deliveryChannels),
  state,
  /** Null for one that waits for its time, or was sent. */
  reason: z.nullable(z.enum(deliveryReasons)),
  /** The number of the refusal, where WeChat gave one that has no reason of its own. */
  errcode: z.nullable(z.int()),
  attempts: z.int(),
  /** When it happened. */
  at: instant,
  /** When it is sent, or was to be sent. */
  dueAt: instant,
  settledAt: z.nullable(instant),
  /** The words for `reason`; null without one. */
  reasonText: z.nullable(z.string()),
  viewer: z.object({ can: z.array(z.enum(['retry', 'retry-again'])) }),
});
export type Delivery = z.output<typeof delivery>;

export const deliveriesContract = defineContract({
  list: {
    method: 'GET',
    path: '/admin/deliveries',
    summary:
      'Messages that leave the service, the newest first, and what became of them; without names and texts',
    access: 'admin',
    query: z.strictObject({ ...pageQuery, state: z.optional(state) }),
    response: z.extend(pageOf(delivery), {
      /** Of the last 30 days, by state. */
      counts: z.object({
        waiting: z.int(),
        sending: z.int(),
        sent: z.int(),
        skipped: z.int(),
        failed: z.int(),
        unknown: z.int(),
      }),
    }),
    errors: ['cursor.invalid'],
  },
  retry: {
    method: 'POST',
    path: '/admin/deliveries/{id}/retry',
    summary: 'Send a failed message again, or with `again` one that may have arrived',
    access: 'admin',
    params: z.strictObject({ id }),
    body: z.strictObject({
      /** That an unknown one may arrive twice is accepted. */
      again: z._default(z.boolean(), false),
    }),
    response: delivery,
    errors: ['resource.not-found', 'delivery.wrong-state', 'delivery.may-have-arrived'],
  },
});
