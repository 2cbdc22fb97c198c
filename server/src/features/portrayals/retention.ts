import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';
import { oldestWithdrawn } from './rules';

export const portrayalRetention = [
  deletesRows(
    'portrayals.a-year-withdrawn',
    ({ portrayals }) => portrayals,
    (portrayals, now) => lte(portrayals.withdrawnAt, oldestWithdrawn(now)),
  ),
];
