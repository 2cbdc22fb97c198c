import { graceDays, recentMinutes } from '@qihang/shared/my-data/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';

const minuteMs = 60_000;

/** Closing an account is for whoever has just shown to be its holder. */
export const isRecentSession = (startedAt: Date, now: Date): boolean =>
  now.getTime() - startedAt.getTime() <= recentMinutes * minuteMs;

export const eraseAtOf = (requestedAt: Date): Date => new Date(requestedAt.getTime() + graceDays * dayMs);
