import type { notificationsContract } from '@qihang/shared/notifications/contract';
import { groupOf, kindsOf } from '@qihang/shared/notifications/kinds';
import {
  type NotificationGroup,
  notificationGroups,
  notificationLimits,
} from '@qihang/shared/notifications/vocabulary';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Reader, Tx } from '../../db/types';
import type { Call } from '../../http/mount';
import {
  countFolded,
  countUnread,
  countUnreadByKind,
  deleteNotifications,
  foldKeysOf,
  listNotifications,
  listUnread,
  type NotificationRow,
  setRead,
  setUnread,
} from './store';
import { threadsOf } from './thread-store';
import { viewNotification } from './view';
import { keyOf, visiblePieces } from './visible';

type C = typeof notificationsContract;

/** Unread ones by group, and of all groups. */
async function unreadOf({ db }: Context, read: Reader, userId: string, now: Date) {
  const rows = await countUnreadByKind(db, read, userId, now);
  const keys = (group: NotificationGroup) =>
    new Set(rows.filter(({ kind }) => groupOf(kind) === group).map(({ foldKey }) => foldKey)).size;
  const counts = Object.fromEntries(notificationGroups.map((group) => [group, keys(group)])) as Record<
    NotificationGroup,
    number
  >;
  return { counts, unread: Object.values(counts).reduce((sum, n) => sum + n, 0) };
}

export async function showNotifications(context: Context, { query, actor, now }: Call<C['list']>) {
  const { db } = context;
  const { cursor, limit, group } = query;
  const after = cursor === undefined ? undefined : decodeCursor('notifications', cursor);
  const kinds = group && kindsOf(group);
  const found = await listNotifications(db, { userId: actor.id, kinds, now }, after, limit + 1);
  const { rows, nextCursor } = pageFrom(found, limit, 'notifications', ({ at, id }) => ({ at, id }));
  const unreadKeys = rows.filter(({ readAt }) => readAt === null).map(({ foldKey }) => foldKey);
  const folded = await countFolded(db, db.read, actor.id, unreadKeys, now);
  const pieces = await visiblePieces(context, rows, actor);
  const answers = rows.filter(({ refType }) => refType === 'answer').map(({ refId }) => refId ?? '');
  const threads = await threadsOf(db, answers);
  const countOf = ({ readAt, foldKey, count }: NotificationRow) =>
    readAt === null ? (folded.get(foldKey) ?? count) : count;
  return {
    items: rows.map((row) =>
      viewNotification(row, pieces.get(keyOf(row)), threads.get(row.refId ?? ''), countOf(row)),
    ),
    nextCursor,
    ...(await unreadOf(context, db.read, actor.id, now)),
  };
}

export async function showUnread({ db }: Context, { actor, now }: Call<C['unread']>) {
  return { unread: await countUnread(db, db.read, actor.id, now) };
}

/** Marks unread ones as read. Those that are shown as one become one. */
async function readThese(
  { db }: Context,
  tx: Tx,
  rows: Awaited<ReturnType<typeof listUnread>>,
  now: Date,
): Promise<string[]> {
  const counts = new Map<string, number>();
  const newest = new Map<string, string>();
  for (const { id, foldKey, count } of rows) {
    counts.set(foldKey, (counts.get(foldKey) ?? 0) + count);
    newest.set(foldKey, id);
  }
  const kept = new Set(newest.values());
  await deleteNotifications(
    db,
    tx,
    rows.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  );
  for (const [foldKey, id] of newest)
    await setRead(db, tx, id, { readAt: now, count: counts.get(foldKey) ?? 1 });
  return [...kept];
}

export async function markRead(context: Context, { actor, body, now }: Call<C['read']>) {
  const { db } = context;
  const { ids, group, read } = body;
  const changed = await db.write(async (tx) => {
    if (ids && !read) return setUnread(db, tx, actor.id, ids);
    const foldKeys = ids && (await foldKeysOf(db, tx, actor.id, ids, now));
    if (foldKeys?.length === 0) return [];
    const chosen = foldKeys ? { foldKeys } : { kinds: group && kindsOf(group) };
    return readThese(context, tx, await listUnread(db, tx, actor.id, chosen, now), now);
  });
  return {
    changed: changed.slice(-notificationLimits.ids),
    ...(await unreadOf(context, db.read, actor.id, now)),
  };
}
