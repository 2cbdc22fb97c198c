import type { Database } from '../../db/types';
import { type Count, writeLimits } from './rules';
import { addRequest, isShared, removeRequest } from './store';

export interface Counters {
  add(key: string, now: Date): Promise<Count>;
  remove(key: string, now: Date): Promise<void>;
}

/** So many senders are remembered at once: below 20 MB, and more than a school has in a minute. */
export const maxSenders = 100_000;

/** Counts in the memory of this process. */
export function memoryCounters(): Counters {
  const counts = new Map<string, Count>();
  const lasting = (key: string, now: Date) => {
    const count = counts.get(key);
    return count && count.resetAt > now ? count : undefined;
  };
  // A key is put at the end when its minute begins, so the first are those that are over first.
  const forget = (now: Date) => {
    for (const [key, { resetAt }] of counts) {
      if (resetAt > now && counts.size < maxSenders) return;
      counts.delete(key);
    }
  };
  return {
    async add(key, now) {
      const count = lasting(key, now);
      if (count) {
        count.n += 1;
        return count;
      }
      forget(now);
      const begun = { n: 1, resetAt: new Date(now.getTime() + writeLimits.windowMs) };
      counts.delete(key);
      counts.set(key, begun);
      return begun;
    },
    async remove(key, now) {
      const count = lasting(key, now);
      if (count) count.n -= 1;
    },
  };
}

/** Processes that share a database count together. */
export const countersOf = (db: Database): Counters =>
  isShared(db)
    ? {
        add: (key, now) => addRequest(db, key, now),
        remove: (key, now) => removeRequest(db, key, now),
      }
    : memoryCounters();
