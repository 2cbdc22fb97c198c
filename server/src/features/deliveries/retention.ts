import { deliveryLimits } from '@qihang/shared/deliveries/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { lt } from 'drizzle-orm';
import { deletesRows } from '../../retention';

export const deliveryRetention = [
  deletesRows(
    'deliveries.over-400-days',
    ({ deliveries }) => deliveries,
    (deliveries, now) => lt(deliveries.at, new Date(now.getTime() - deliveryLimits.keptDays * dayMs)),
  ),
];
