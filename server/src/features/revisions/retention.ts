import { revisionDays, workingCopyDays } from '@qihang/shared/revisions/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * dayMs);

export const revisionRetention = [
  deletesRows(
    'revisions.replaced-a-year-ago',
    ({ revisions }) => revisions,
    (revisions, now) => lte(revisions.replacedAt, daysAgo(now, revisionDays)),
  ),
  deletesRows(
    'working-copies.forgotten',
    ({ workingCopies }) => workingCopies,
    (workingCopies, now) => lte(workingCopies.savedAt, daysAgo(now, workingCopyDays)),
  ),
];
