import { lt } from 'drizzle-orm';
import { deletesRows } from '../../retention';
import { oldestNotification } from './rules';

export const notificationRetention = [
  deletesRows(
    'notifications.over-90-days',
    ({ notifications }) => notifications,
    (notifications, now) => lt(notifications.at, oldestNotification(now)),
  ),
];
