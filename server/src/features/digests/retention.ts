import { dayAt, dayMs } from '@qihang/shared/time/shanghai';
import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

const keptMs = 365 * dayMs;

export const digestRetention = [
  deletesRows(
    'digests.over-a-year',
    ({ digests }) => digests,
    ({ createdAt }, now) => lte(createdAt, new Date(now.getTime() - keptMs)),
  ),
  deletesRows(
    'share-opens.over-a-year',
    ({ shareOpens }) => shareOpens,
    ({ day }, now) => lte(day, dayAt(now.getTime() - keptMs)),
  ),
];
