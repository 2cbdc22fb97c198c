import type { NotificationKind } from '@qihang/shared/notifications/kinds';
import type { PieceRef } from '../../content/piece';
import type { Context } from '../../context';
import type { Database, Tx } from '../../db/types';
import { deleteUnreadOf, insertNotifications } from './store';

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
}

/** Tells people of something, in the transaction of what happened: it reaches the inbox exactly once. */
export async function notify(
  { db, ids }: Pick<Context, 'db' | 'ids'>,
  tx: Tx,
  { userIds, kind, ref, foldKey, causeId = undefined, data = {}, at, visibleAt = at }: News,
): Promise<void> {
  const rows = [...new Set(userIds)].map((userId) => {
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
}

/** Takes back what was told with this cause, as far as it is unread; what that was, and from when on it was shown. */
export const takeBack = (
  db: Database,
  tx: Tx,
  causeId: string,
): Promise<{ kind: NotificationKind; at: Date }[]> => deleteUnreadOf(db, tx, causeId);
