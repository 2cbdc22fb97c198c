/** WeChat's clock and ours may differ, and a push may take its time. */
const windowMs = 5 * 60_000;

/** `timestamp` in seconds, as WeChat signs it. */
export const isTimely = (timestamp: string, now: Date): boolean =>
  /^\d{10}$/.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now.getTime()) <= windowMs;

/**
 * The events after which we owe a person that the account goes. A withdrawal names single items (`RevokeInfo`), none of which this
 * mini-program asks for: what is withdrawn can only be the use of it. `user_info_modified` is about pictures and nicknames of
 * WeChat's, of which we keep none.
 */
export const leavingEvents = {
  user_authorization_revoke: 'wechat-revoked',
  user_authorization_cancellation: 'wechat-cancelled',
} as const;

export const leavingCause = (event: string) =>
  Object.hasOwn(leavingEvents, event) ? leavingEvents[event as keyof typeof leavingEvents] : null;

/** What a push says of a picture; null where it names no check. A failed download has no result: the picture was not checked. */
export function mediaVerdictOf(message: Readonly<Record<string, string>>) {
  const { trace_id: traceId = '', errcode = '0', 'result.suggest': suggest } = message;
  if (traceId === '') return null;
  const known = suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'failed';
  return { traceId, state: errcode === '0' ? known : 'failed' } as const;
}

/** The events about messages that people agree to get. */
const subscriptionEvents = {
  subscribe_msg_popup_event: 'popup',
  subscribe_msg_change_event: 'change',
  subscribe_msg_sent_event: 'sent',
} as const;
export type SubscriptionEvent = (typeof subscriptionEvents)[keyof typeof subscriptionEvents];

export const subscriptionEventOf = (event: string): SubscriptionEvent | null =>
  Object.hasOwn(subscriptionEvents, event)
    ? subscriptionEvents[event as keyof typeof subscriptionEvents]
    : null;

/** When it happened by WeChat's clock, in whole seconds; never later than now. */
export function eventTime({ CreateTime = '' }: Readonly<Record<string, string>>, now: Date): Date {
  const at = /^\d{10}$/.test(CreateTime) ? Number(CreateTime) * 1000 : now.getTime();
  return new Date(Math.min(at, now.getTime()));
}
