import { dayMs } from '@qihang/shared/time/shanghai';
import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

// A year in which a decision on a piece can be judged by those before it.
const casesKeptMs = 365 * dayMs;

export const caseRetention = [
  deletesRows(
    'cases.over-a-year',
    ({ cases }) => cases,
    (cases, now) => lte(cases.endedAt, new Date(now.getTime() - casesKeptMs)),
  ),
];
