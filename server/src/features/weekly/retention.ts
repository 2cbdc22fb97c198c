import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import { lt } from 'drizzle-orm';
import { deletesRows } from '../../retention';

/** Longer than the weeks after which who opens nothing is told again. */
const keptDays = 60;

export const weeklyRetention = [
  deletesRows(
    'weekly-digests.over-60-days',
    ({ weeklyDigests }) => weeklyDigests,
    ({ week }, now) => lt(week, addDays(dayAt(now.getTime()), -keptDays)),
  ),
];
