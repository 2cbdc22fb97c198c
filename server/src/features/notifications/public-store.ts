import type { NotificationSwitch } from '@qihang/shared/notifications/settings';
import { usualQuietHours } from '@qihang/shared/notifications/settings';
import { and, eq, gte, inArray } from 'drizzle-orm';
import { chunksOf } from '../../db/chunks';
import type { Database, Reader } from '../../db/types';

export interface ChosenSettings {
  quiet: boolean;
  /** `HH:mm` in Shanghai. */
  quietFrom: string;
  quietTo: string;
  muted: readonly NotificationSwitch[];
}

export const usualSettings: ChosenSettings = { ...usualQuietHours, muted: [] };

/** What these people chose, by user id; those who chose nothing are left out, and have the usual settings. */
export async function settingsOf(
  { tables: { notificationSettings } }: Database,
  read: Reader,
  userIds: readonly string[],
): Promise<Map<string, ChosenSettings>> {
  const { userId, quiet, quietFrom, quietTo, muted } = notificationSettings;
  const found = new Map<string, ChosenSettings>();
  for (const chunk of chunksOf(userIds)) {
    const rows = await read
      .select({ userId, quiet, quietFrom, quietTo, muted })
      .from(notificationSettings)
      .where(inArray(userId, chunk));
    for (const { userId: of, ...chosen } of rows) found.set(of, chosen);
  }
  return found;
}

/** What became of these notifications of a person; those that are gone are left out. */
export function standingOf(
  { tables: { notifications } }: Database,
  read: Reader,
  userId: string,
  ids: readonly string[],
): Promise<{ id: string; readAt: Date | null }[]> {
  return read
    .select({ id: notifications.id, readAt: notifications.readAt })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), inArray(notifications.id, [...ids])));
}

/** Whether what is told under this key was read at that time or later: reading makes one of all that are folded. */
export async function wasRead(
  { tables: { notifications } }: Database,
  read: Reader,
  { userId, foldKey, since }: { userId: string; foldKey: string; since: Date },
): Promise<boolean> {
  const [row] = await read
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        eq(notifications.foldKey, foldKey),
        gte(notifications.readAt, since),
      ),
    )
    .limit(1);
  return row !== undefined;
}
