import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

export const rateLimitRetention = [
  deletesRows(
    'request-counts.over',
    ({ requestCounts }) => requestCounts,
    ({ resetAt }, now) => lte(resetAt, now),
  ),
];
