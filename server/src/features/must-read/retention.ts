import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';
import { oldestAsked } from './rules';

export const mustReadRetention = [
  // The receipts go with it.
  deletesRows(
    'must-reads.half-a-year',
    ({ mustReads }) => mustReads,
    (mustReads, now) => lte(mustReads.askedAt, oldestAsked(now)),
  ),
];
