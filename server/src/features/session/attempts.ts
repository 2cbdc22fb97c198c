import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Context } from '../../context';
import type { Database, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { findCounts, putCount } from './attempts-store';
import { type AttemptKind, afterFailure, attemptKinds, knownMs, waitOfAll, waitWords } from './rules';

/** An attempt under way: it counts as failed until `forgiveAttempt`. */
export type Attempt = Record<AttemptKind, string>;

/** What one customer of a network holds: an IPv4 address, or the /64 that every IPv6 line is given. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array(tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = [...front, ...zeros, ...back].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

const keyOf = (kind: AttemptKind, ...parts: string[]): string =>
  `${kind}:${createHash('sha256').update(parts.join('\0')).digest('base64url')}`;

/**
 * Counts an attempt on an account before its password is looked at, so that many at once are no way around the limit.
 * @param account what the account is called here, whether there is one or not
 * @throws AppError `session.too-many-attempts` with the seconds to wait; such an attempt is not counted
 */
export async function beginAttempt(
  { db }: Context,
  account: string,
  address: string,
  now: Date,
): Promise<Attempt> {
  const network = networkOf(address);
  const keys = {
    pair: keyOf('pair', account, network),
    account: keyOf('account', account),
    address: keyOf('address', network),
  };
  await db.write(async (tx) => {
    const counts = await findCounts(db, tx, keys);
    const wait = waitOfAll(counts, now);
    if (wait > 0)
      throw new AppError(
        'session.too-many-attempts',
        `密码错了太多次，请等 ${waitWords(wait)}再试`,
        undefined,
        { retryAfter: Math.ceil(wait / 1000) },
      );
    for (const kind of attemptKinds)
      await putCount(db, tx, kind, keys[kind], afterFailure(kind, counts[kind], now));
  });
  return keys;
}

/**
 * The password was right: resets the account's counts and remembers this address for it. The count of the address goes
 * back by this attempt only, since one's own account could otherwise clear it for guessing others.
 */
export async function forgiveAttempt(db: Database, tx: Tx, attempt: Attempt, now: Date): Promise<void> {
  const { address } = await findCounts(db, tx, attempt);
  const none = { failures: 0, lastAt: now };
  await putCount(db, tx, 'pair', attempt.pair, {
    ...none,
    knownUntil: new Date(now.getTime() + knownMs),
  });
  await putCount(db, tx, 'account', attempt.account, { ...none, knownUntil: null });
  if (address)
    await putCount(db, tx, 'address', attempt.address, { ...address, failures: address.failures - 1 });
}
