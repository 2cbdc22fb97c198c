import { and, lte, ne } from 'drizzle-orm';
import { deletesRows } from '../../retention';
import { oldestDecided } from './rules';

export const reportRetention = [
  deletesRows(
    'reports.400-days-decided',
    ({ reports }) => reports,
    (reports, now) => and(ne(reports.state, 'open'), lte(reports.decidedAt, oldestDecided(now))),
  ),
];
