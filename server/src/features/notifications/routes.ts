import { notificationsContract } from '@qihang/shared/notifications/contract';
import { notificationSettingsContract } from '@qihang/shared/notifications/settings';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { markRead, showNotifications, showUnread } from './actions';
import { changeSettings, showSettings } from './settings';

export function mountNotifications(api: Api, context: Context): void {
  api.mount('notifications', notificationsContract, {
    list: (call) => showNotifications(context, call),
    unread: (call) => showUnread(context, call),
    read: (call) => markRead(context, call),
  });
  api.mount('notificationSettings', notificationSettingsContract, {
    show: (call) => showSettings(context, call),
    change: (call) => changeSettings(context, call),
  });
}
