import type { Counted } from '../../http/gates';

/**
 * Requests that may change something, in a minute. A person has the same room wherever the person is. A network may be a
 * whole campus, so it has room for a lecture hall that signs in at once, and what opens a session is taken off again.
 */
export const writeLimits = { person: 60, network: 300, windowMs: 60_000 } as const;

/** How often a sender came since its minute began, and when that minute is over. */
export interface Count {
  n: number;
  resetAt: Date;
}

/** Whole seconds until the sender may go on; 0 for at once. */
export const secondsToWait = (sender: Counted, { n, resetAt }: Count, now: Date): number =>
  n <= ('person' in sender ? writeLimits.person : writeLimits.network)
    ? 0
    : Math.max(1, Math.ceil((resetAt.getTime() - now.getTime()) / 1000));

/** What a refused person reads. */
export const refusalOf = (sender: Counted, seconds: number): string =>
  'person' in sender
    ? `操作太频繁，请 ${seconds} 秒后再试`
    : 'opens' in sender
      ? `打开得太频繁，请 ${seconds} 秒后再试`
      : `这个网络里没有登录成功的尝试太多，请 ${seconds} 秒后再试；急用的话，换成手机流量就行`;
