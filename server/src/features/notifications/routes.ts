import { notificationsContract } from '@qihang/shared/notifications/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { markRead, showNotifications, showUnread } from './actions';

export function mountNotifications(api: Api, context: Context): void {
  api.mount('notifications', notificationsContract, {
    list: (call) => showNotifications(context, call),
    unread: (call) => showUnread(context, call),
    read: (call) => markRead(context, call),
  });
}
