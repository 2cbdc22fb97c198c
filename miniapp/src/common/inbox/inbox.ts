import { createClient } from '@qihang/shared/contract/client';
import { notificationsContract } from '@qihang/shared/notifications/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { setBadge } from '@/platform/badge';
import { useShown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { transport } from '@/platform/transport';

export const inboxApi = createClient(notificationsContract, transport);

/** First word of all that is read of the inbox. */
export const inboxRoot = 'notifications';

const everyMs = 60_000;

/** How many messages are unread: asked for while a page is in sight, and shown on the tab 我的. Undefined for a visitor. */
export function useUnread(): number | undefined {
  const signedIn = useSession(({ token }) => token !== null);
  const { data } = useQuery({
    queryKey: [inboxRoot, 'unread'],
    queryFn: () => inboxApi.unread({}),
    enabled: signedIn,
    refetchInterval: everyMs,
  });
  const unread = signedIn ? data?.unread : undefined;
  useEffect(() => setBadge('me', unread ?? 0), [unread]);
  // Of what was read on a page without tabs, over which WeChat changes no number, the tab page tells when it is back.
  useShown(() => setBadge('me', unread ?? 0));
  return unread;
}
