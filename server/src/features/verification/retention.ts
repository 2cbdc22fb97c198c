import { dayMs, wallClockAt } from '@qihang/shared/time/shanghai';
import { askingEnds } from '@qihang/shared/verification/standing';
import { and, isNull, lte, or } from 'drizzle-orm';
import { deletesRows } from '../../retention';

const yearMs = 365 * dayMs;

/** The last year whose alumni ask no more questions at `now`: nobody of it has to be verified any more. */
function lastServedOut(now: Date): number {
  let { year } = wallClockAt(now.getTime());
  while (askingEnds(year) > now.getTime()) year -= 1;
  return year;
}

export const verificationRetention = [
  deletesRows(
    'roster.served-out',
    ({ rosterEntries }) => rosterEntries,
    ({ userId, graduationYear, leftAt }, now) =>
      and(
        isNull(userId),
        or(lte(graduationYear, lastServedOut(now)), lte(leftAt, new Date(now.getTime() - yearMs))),
      ),
  ),
  deletesRows(
    'class-codes.half-a-year-over',
    ({ classCodes }) => classCodes,
    ({ expiresAt, revokedAt }, now) => {
      const since = new Date(now.getTime() - yearMs / 2);
      return or(lte(expiresAt, since), lte(revokedAt, since));
    },
  ),
  deletesRows(
    'claim-attempts.over',
    ({ claimAttempts }) => claimAttempts,
    ({ forgetAt }, now) => lte(forgetAt, now),
  ),
];
