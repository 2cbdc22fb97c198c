import { createHash } from 'node:crypto';
import type { Context } from '../../context';
import type { Database, Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Sender } from '../../http/gates';
import { findCounts, putCount } from './attempts-store';
import { type AttemptKind, afterFailure, attemptKinds, knownMs, waitOfAll, waitWords } from './rules';

/** The keys of an attempt under way: it counts as failed until `forgiveAttempt`. */
export type Attempt = Partial<Record<AttemptKind, string>> & { pair: string; account: string };

const keyOf = (kind: AttemptKind, ...parts: string[]): string =>
  `${kind}:${createHash('sha256').update(parts.join('\0')).digest('base64url')}`;

/** A person who is signed in is counted alone, wherever the person is: what others do at the same address changes nothing. */
const keysOf = (account: string, sender: Sender): Attempt =>
  'person' in sender
    ? { pair: keyOf('pair', account, 'person', sender.person), account: keyOf('account', account) }
    : {
        pair: keyOf('pair', account, sender.network),
        account: keyOf('account', account),
        address: keyOf('address', sender.network),
      };

/**
 * Counts an attempt on an account before its password is looked at, so that many at once are no way around the limit.
 * @param account what the account is called here, whether there is one or not
 * @throws AppError `session.too-many-attempts` with the seconds to wait; such an attempt is not counted
 */
export async function beginAttempt(
  { db }: Context,
  account: string,
  sender: Sender,
  now: Date,
): Promise<Attempt> {
  const keys = keysOf(account, sender);
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
    for (const kind of attemptKinds) {
      const key = keys[kind];
      if (key) await putCount(db, tx, kind, key, afterFailure(kind, counts[kind], now));
    }
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
  if (address && attempt.address)
    await putCount(db, tx, 'address', attempt.address, { ...address, failures: address.failures - 1 });
}
