import { deliveryLimits } from '@qihang/shared/deliveries/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { lt } from 'drizzle-orm';
import { deletesRows } from '../../retention';

export const subscriptionRetention = [
  deletesRows(
    'credit-entries.over-400-days',
    ({ creditEntries }) => creditEntries,
    (entries, now) => lt(entries.at, new Date(now.getTime() - deliveryLimits.keptDays * dayMs)),
  ),
];
