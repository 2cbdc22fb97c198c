import { dayMs } from '@qihang/shared/time/shanghai';
import { and, isNotNull, lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

// Long after the last repeat of a push; what a nonce guards against is over after minutes.
const keptMs = 7 * dayMs;

export const wechatPushRetention = [
  deletesRows(
    'wechat-pushes.handled',
    ({ wechatPushes }) => wechatPushes,
    (pushes, now) => and(isNotNull(pushes.doneAt), lte(pushes.receivedAt, new Date(now.getTime() - keptMs))),
  ),
];
