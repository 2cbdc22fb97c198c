import { createHmac } from 'node:crypto';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Counted, Gates } from '../../http/gates';
import { countersOf } from './counters';
import { refusalOf, secondsToWait } from './rules';

/** The gate that limits how often a sender may write. */
export function limitBy({ config, db, secret }: Context): Gates['limit'] {
  const counters = countersOf(db);
  const keyOf = (sender: Counted): string => {
    const [[kind, name]] = Object.entries(sender) as [[string, string]];
    return `${kind}:${createHmac('sha256', secret).update(`requests:${kind}:${name}`).digest('base64url')}`;
  };
  return {
    async count(sender, now) {
      if (!config.rateLimit) return;
      const wait = secondsToWait(sender, await counters.add(keyOf(sender), now), now);
      if (wait > 0)
        throw new AppError('rate.limited', refusalOf(sender, wait), undefined, { retryAfter: wait });
    },
    async takeBack(sender, now) {
      if (config.rateLimit) await counters.remove(keyOf(sender), now);
    },
  };
}
