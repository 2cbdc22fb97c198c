import type { NotificationGroup } from '@qihang/shared/notifications/vocabulary';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { inboxApi, inboxRoot } from '@/common/inbox/inbox';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';

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
