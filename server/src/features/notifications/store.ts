import type { NotificationKind } from '@qihang/shared/notifications/kinds';
import {
  and,
  asc,
  countDistinct,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  not,
  or,
  sql,
  sum,
} from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import { chunksOf } from '../../db/chunks';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';
import type { ChosenSettings } from './public-store';

export type NotificationRow = Database['tables']['notifications']['$inferSelect'];

type Rows = Record<'userId' | 'readAt' | 'at', PgColumn>;

export async function insertNotifications(
  { tables: { notifications } }: Database,
  tx: Tx,
  rows: readonly NotificationRow[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) await tx.insert(notifications).values(chunk);
}

/** Deletes what this cause told, to one person or all, and nobody has read yet; what that was. */
export const deleteUnreadOf = (
  { tables: { notifications } }: Database,
  tx: Tx,
  causeId: string,
  userId?: string,
) =>
  tx
    .delete(notifications)
    .where(
      and(
        eq(notifications.causeId, causeId),
        isNull(notifications.readAt),
        userId === undefined ? undefined : eq(notifications.userId, userId),
      ),
    )
    .returning({ kind: notifications.kind, at: notifications.at });

const unreadOf = (notifications: Rows, userId: string, now: Date) =>
  and(eq(notifications.userId, userId), isNull(notifications.readAt), lte(notifications.at, now));

/** The newest first, at most `limit` after a place; of unread ones with the same key only the newest. */
export function listNotifications(
  { read, tables: { notifications } }: Database,
  { userId, kinds, now }: { userId: string; kinds: readonly NotificationKind[] | undefined; now: Date },
  after: Place | undefined,
  limit: number,
): Promise<NotificationRow[]> {
  const { at, id } = notifications;
  const newer = alias(notifications, 'newer');
  const folded = read
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(
        unreadOf(newer, userId, now),
        eq(newer.foldKey, notifications.foldKey),
        or(gt(newer.at, at), and(eq(newer.at, at), gt(newer.id, id))),
      ),
    );
  return read
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        lte(at, now),
        kinds && inArray(notifications.kind, [...kinds]),
        or(isNotNull(notifications.readAt), not(exists(folded))),
        after && sql`(${at}, ${id}) < (${sql.param(after.at, at)}, ${after.id})`,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
}

/** How many events the unread ones with these keys stand for, by key. */
export async function countFolded(
  { tables: { notifications } }: Database,
  read: Reader,
  userId: string,
  foldKeys: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  if (foldKeys.length === 0) return new Map();
  const { foldKey } = notifications;
  const rows = await read
    .select({ foldKey, n: sum(notifications.count).mapWith(Number) })
    .from(notifications)
    .where(and(unreadOf(notifications, userId, now), inArray(foldKey, [...foldKeys])))
    .groupBy(foldKey);
  return new Map(rows.map((row) => [row.foldKey, row.n]));
}

/** How many are unread, folded ones counted once. */
export async function countUnread(
  { tables: { notifications } }: Database,
  read: Reader,
  userId: string,
  now: Date,
): Promise<number> {
  const [row] = await read
    .select({ n: countDistinct(notifications.foldKey) })
    .from(notifications)
    .where(unreadOf(notifications, userId, now));
  return row?.n ?? 0;
}

/** The same by kind. Those that are folded together are of one group of kinds. */
export const countUnreadByKind = (
  { tables: { notifications } }: Database,
  read: Reader,
  userId: string,
  now: Date,
) =>
  read
    .selectDistinct({ kind: notifications.kind, foldKey: notifications.foldKey })
    .from(notifications)
    .where(unreadOf(notifications, userId, now));

/** The keys of those of these that are unread and the person's own. */
export async function foldKeysOf(
  { tables: { notifications } }: Database,
  tx: Tx,
  userId: string,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ foldKey: notifications.foldKey })
    .from(notifications)
    .where(and(unreadOf(notifications, userId, now), inArray(notifications.id, [...ids])));
  return rows.map(({ foldKey }) => foldKey);
}

/** Unread ones of these keys or kinds, or all, the oldest first. */
export function listUnread(
  { tables: { notifications } }: Database,
  tx: Tx,
  userId: string,
  { foldKeys, kinds }: { foldKeys?: readonly string[]; kinds?: readonly NotificationKind[] | undefined },
  now: Date,
) {
  const { id, foldKey, at } = notifications;
  return tx
    .select({ id, foldKey, count: notifications.count })
    .from(notifications)
    .where(
      and(
        unreadOf(notifications, userId, now),
        foldKeys && inArray(foldKey, [...foldKeys]),
        kinds && inArray(notifications.kind, [...kinds]),
      ),
    )
    .orderBy(asc(at), asc(id));
}

/** Marks one as read, standing for `count` events. */
export const setRead = (
  { tables: { notifications } }: Database,
  tx: Tx,
  id: string,
  change: { readAt: Date; count: number },
) => tx.update(notifications).set(change).where(eq(notifications.id, id));

export async function deleteNotifications(
  { tables: { notifications } }: Database,
  tx: Tx,
  ids: readonly string[],
): Promise<void> {
  for (const chunk of chunksOf(ids)) await tx.delete(notifications).where(inArray(notifications.id, chunk));
}

/** Marks those of these that are the person's own and read as unread; which they were. */
export async function setUnread(
  { tables: { notifications } }: Database,
  tx: Tx,
  userId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .update(notifications)
    .set({ readAt: null })
    .where(
      and(
        eq(notifications.userId, userId),
        inArray(notifications.id, [...ids]),
        isNotNull(notifications.readAt),
      ),
    )
    .returning({ id: notifications.id });
  return rows.map(({ id }) => id);
}

/** Those of these that are the person's, the oldest first. */
export function listByIds(
  { tables: { notifications } }: Database,
  read: Reader,
  userId: string,
  ids: readonly string[],
): Promise<NotificationRow[]> {
  return read
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), inArray(notifications.id, [...ids])))
    .orderBy(asc(notifications.at), asc(notifications.id));
}

export async function saveSettings(
  { tables: { notificationSettings } }: Database,
  tx: Tx,
  userId: string,
  { muted, ...hours }: ChosenSettings,
  updatedAt: Date,
): Promise<void> {
  const row = { ...hours, muted: [...muted], updatedAt };
  await tx
    .insert(notificationSettings)
    .values({ userId, ...row })
    .onConflictDoUpdate({ target: notificationSettings.userId, set: row });
}
