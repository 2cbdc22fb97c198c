import { dayMs } from '@qihang/shared/time/shanghai';
import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

/** Longer than a piece is news, so that none is met twice. */
const keptDays = 30;

export const followRetention = [
  deletesRows(
    'followed-pieces.over-30-days',
    ({ followedPieces }) => followedPieces,
    ({ at }, now) => lte(at, new Date(now.getTime() - keptDays * dayMs)),
  ),
];
