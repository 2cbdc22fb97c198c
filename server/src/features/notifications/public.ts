import type { Notification } from '@qihang/shared/notifications/contract';
import { type NotificationKind, settingOf } from '@qihang/shared/notifications/kinds';
import { emit } from '../../background/events';
import type { PieceRef } from '../../content/piece';
import type { Context } from '../../context';
import type { Database, Reader, Tx } from '../../db/types';
import { grantsOf } from '../users/public-store';
import { settingsOf } from './public-store';
import { countFolded, deleteUnreadOf, insertNotifications, listByIds, type NotificationRow } from './store';
import { threadsOf } from './thread-store';
import { aboutWords, viewNotification } from './view';
import { keyOf, visiblePieces } from './visible';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that tells people of something: what was put into inboxes just now, but for what its person muted. */
    notified: {
      notices: readonly {
        id: string;
        userId: string;
        kind: NotificationKind;
        /** Of the same thing; unique for what is never folded. */
        foldKey: string;
        /** It is shown from this instant on. */
        at: Date;
        /** Later than this, it is told in the inbox alone; left out, two days after it was shown. */
        until?: Date;
      }[];
    };
  }
}

export interface News {
  /** Each of them once; leave out the person whose act it was. */
  userIds: readonly string[];
  kind: NotificationKind;
  /** What it is about; null for no piece. */
  ref: PieceRef | null;
  /** Unread ones of a person with the same key are shown as one; left out, it stays on its own. */
  foldKey?: string;
  /** By which it can be taken back while it is unread. */
  causeId?: string;
  /** What the words of the kind need besides the piece: days and codes, never what a person wrote. */
  data?: Readonly<Record<string, string>>;
  /** When it happened. */
  at: Date;
  /** From when on it is shown, where that is later. */
  visibleAt?: Date;
  /** Later than this it is not told outside of the inbox; left out, two days after it is shown. */
  until?: Date;
}

/** Those who did not turn this kind off. */
async function willing(
  db: Database,
  read: Reader,
  kind: NotificationKind,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const setting = settingOf(kind);
  if (setting === null) return userIds;
  const chosen = await settingsOf(db, read, userIds);
  return userIds.filter((id) => !chosen.get(id)?.muted.includes(setting));
}

/** Tells people of something, in the transaction of what happened: it reaches the inbox exactly once. */
export async function notify(
  context: Context,
  tx: Tx,
  { userIds, kind, ref, foldKey, causeId = undefined, data = {}, at, visibleAt = at, until }: News,
): Promise<void> {
  const { db, ids } = context;
  const told = await willing(db, tx, kind, [...new Set(userIds)]);
  if (told.length === 0) return;
  const rows = told.map((userId) => {
    // A transaction that is repeated leaves the ids of its first attempt unused.
    const id = ids.next(at);
    return {
      id,
      userId,
      kind,
      refType: ref?.type ?? null,
      refId: ref?.id ?? null,
      data: { ...data },
      foldKey: foldKey ?? id,
      causeId: causeId ?? null,
      count: 1,
      at: visibleAt,
      readAt: null,
    };
  });
  await insertNotifications(db, tx, rows);
  const notices = rows.map(({ id, userId, foldKey: key }) => ({
    id,
    userId,
    kind,
    foldKey: key,
    at: visibleAt,
    ...(until === undefined ? {} : { until }),
  }));
  await emit(context, tx, 'notified', { notices });
}

/** Takes back what was told with this cause, to one person or all, as far as it is unread; what that was, and from when on it was shown. */
export const takeBack = (
  db: Database,
  tx: Tx,
  causeId: string,
  userId?: string,
): Promise<{ kind: NotificationKind; at: Date }[]> => deleteUnreadOf(db, tx, causeId, userId);

/** The cause of what the person on duty is told of a question: gone once it is answered, given on or out of sight. */
export const dutyOf = (threadId: string): string => `duty:${threadId}`;

/** A notification in the words of the inbox, for telling it elsewhere, too. */
export interface Told {
  id: string;
  row: NotificationRow;
  /** What it is about, in the words that its person may see: the piece, or what else the kind says of it. */
  about: string;
  /** For all that is unread of the same thing. */
  view: Notification;
}

/** What these notifications of a person say now; what is gone is left out. */
export async function toldTo(
  context: Context,
  userId: string,
  ids: readonly string[],
  now: Date,
): Promise<Told[]> {
  const { db } = context;
  const rows = await listByIds(db, db.read, userId, ids);
  const grants = await grantsOf(db, db.read, userId, now);
  const pieces = await visiblePieces(context, rows, { id: userId, grants });
  const answers = rows.filter(({ refType }) => refType === 'answer').map(({ refId }) => refId ?? '');
  const threads = await threadsOf(db, answers);
  const keys = rows.filter(({ readAt }) => readAt === null).map(({ foldKey }) => foldKey);
  const folded = await countFolded(db, db.read, userId, [...new Set(keys)], now);
  return rows.map((row) => {
    const piece = pieces.get(keyOf(row));
    const view = viewNotification(
      row,
      piece,
      threads.get(row.refId ?? ''),
      folded.get(row.foldKey) ?? row.count,
    );
    return { id: row.id, row, about: aboutWords(row, piece) || view.body || view.title, view };
  });
}
