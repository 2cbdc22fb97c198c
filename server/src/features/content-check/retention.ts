import { dayMs } from '@qihang/shared/time/shanghai';
import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

// As long as the decisions of the queue are listed.
const keptMs = 90 * dayMs;
// A push comes within half an hour of the question.
const unclaimedMs = 7 * dayMs;

export const contentCheckRetention = [
  deletesRows(
    'content-verdicts.over-90-days',
    ({ contentVerdicts }) => contentVerdicts,
    (verdicts, now) => lte(verdicts.at, new Date(now.getTime() - keptMs)),
  ),
  deletesRows(
    'media-verdicts.over-a-week',
    ({ mediaVerdicts }) => mediaVerdicts,
    (verdicts, now) => lte(verdicts.at, new Date(now.getTime() - unclaimedMs)),
  ),
];
