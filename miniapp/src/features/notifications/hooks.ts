import { createClient } from '@qihang/shared/contract/client';
import {
  type NotificationSettings,
  notificationSettingsContract,
} from '@qihang/shared/notifications/settings';
import type { NotificationGroup } from '@qihang/shared/notifications/vocabulary';
import { savesContract } from '@qihang/shared/saves/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { inboxApi, inboxRoot } from '@/common/inbox/inbox';
import { asksWechat } from '@/common/reach/asking';
import { readSubscriptions, subscriptionsKey } from '@/common/reach/subscriptions';
import { asApiError } from '@/platform/api-error';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { toast } from '@/platform/feedback';
import { transport } from '@/platform/transport';
import { changedBy, type SettingsChange, undoing } from './settings';

const savesApi = createClient(savesContract, transport);
const settingsApi = createClient(notificationSettingsContract, transport);

/** The last answer about all groups opens without a network. */
export const useNotifications = (group: NotificationGroup | undefined, enabled: boolean) =>
  useCursorPages(
    [inboxRoot, 'list', group ?? 'all'],
    (cursor) =>
      inboxApi.list({
        query: {
          limit: pageRows,
          ...(group === undefined ? {} : { group }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { enabled, keep: group === undefined },
  );

type ReadBody = Parameters<typeof inboxApi.read>[0]['body'];

/** Marks messages as read or unread; all that is shown of the inbox follows. */
export function useRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReadBody) => inboxApi.read({ body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [inboxRoot] }),
  });
}

/** Marks a saved job as applied for, which ends its reminders; taken back in one tap. */
export function useApplied(): (jobId: string) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id, applied }: { id: string; applied: boolean }) =>
      savesApi.save({ params: { id }, body: { progress: applied ? 'applied' : 'saved' } }),
    onSuccess: (_, { id, applied }) => {
      if (applied)
        toast('已标为投递，不再提醒', { label: '撤销', run: () => mutate({ id, applied: false }) });
      else toast('已改回收藏');
      // Lists of jobs show how far one is with each.
      return client.invalidateQueries({ queryKey: ['jobs'] });
    },
    onError: (error) => toast(asApiError(error).message),
  });
  return (id) => mutate({ id, applied: true });
}

/** The messages that WeChat can still bring; asked for where it could. */
export const useSubscriptions = () =>
  useQuery({
    queryKey: subscriptionsKey,
    queryFn: readSubscriptions,
    enabled: asksWechat,
    meta: { keep: true },
  });

const settingsKey = ['notification-settings'];

export const useSettings = (enabled: boolean) =>
  useQuery({
    queryKey: settingsKey,
    queryFn: () => settingsApi.show({}),
    enabled,
    meta: { keep: true },
  });

/** Changes settings: shown at once, sent one after the other, and taken back, each by itself, where one is refused. */
export function useChangeSettings() {
  const client = useQueryClient();
  const show = (change: SettingsChange) =>
    client.setQueryData<NotificationSettings>(settingsKey, (held) => held && changedBy(held, change));
  return useMutation({
    mutationKey: settingsKey,
    scope: { id: 'notification-settings' },
    mutationFn: (body: SettingsChange) => settingsApi.change({ body }),
    onMutate: (change) => {
      const held = client.getQueryData<NotificationSettings>(settingsKey);
      show(change);
      return held && undoing(held, change);
    },
    onError: (error, _, undo) => {
      if (undo) show(undo);
      toast(asApiError(error).message);
    },
    // An answer older than the last tap would turn a switch back for a moment.
    onSuccess: (settings) => {
      if (client.isMutating({ mutationKey: settingsKey }) === 1) client.setQueryData(settingsKey, settings);
    },
  });
}
