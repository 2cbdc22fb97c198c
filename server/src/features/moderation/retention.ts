import { dayMs } from '@qihang/shared/time/shanghai';
import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

// A year in which a second mute can be judged by the first.
const mutesKeptMs = 365 * dayMs;

export const moderationRetention = [
  deletesRows(
    'mutes.over-a-year',
    ({ mutes }) => mutes,
    (mutes, now) => lte(mutes.endsAt, new Date(now.getTime() - mutesKeptMs)),
  ),
];
