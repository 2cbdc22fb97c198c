import { addDays, dayAt, dayMs } from '@qihang/shared/time/shanghai';
import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

const keptDays = 365;

const yearAgo = (now: Date): Date => new Date(now.getTime() - keptDays * dayMs);

export const dutyRetention = [
  deletesRows(
    'duty-covers.a-year',
    ({ dutyCovers }) => dutyCovers,
    ({ endsAt }, now) => lte(endsAt, yearAgo(now)),
  ),
  deletesRows(
    'duty-swaps.a-year',
    ({ dutySwaps }) => dutySwaps,
    ({ endsAt }, now) => lte(endsAt, yearAgo(now)),
  ),
  deletesRows(
    'duty-absences.a-year',
    ({ dutyAbsences }) => dutyAbsences,
    ({ lastDay }, now) => lte(lastDay, addDays(dayAt(now.getTime()), -keptDays)),
  ),
];
