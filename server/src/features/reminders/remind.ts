import { type NotificationKind, settingOf } from '@qihang/shared/notifications/kinds';
import type { PieceRef } from '../../content/piece';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../db/types';
import { notify } from '../notifications/public';
import { settingsOf } from '../notifications/public-store';
import { insertReminders } from './store';

export interface Reminder {
  kind: NotificationKind;
  /** What is reminded of, with its deadline: people are reminded once of each. */
  cause: string;
  ref: PieceRef | null;
  /** It is too late for it: that is noted, and nobody is told. */
  late: boolean;
  foldKey?: string;
  causeId: string;
  data: Readonly<Record<string, string>>;
  /** Later than this nobody is told outside of the inbox. */
  until: Date;
}

/** Those who turned this kind off. */
async function muters(
  { db }: Context,
  read: Reader,
  kind: NotificationKind,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const setting = settingOf(kind);
  if (setting === null) return new Set();
  const chosen = await settingsOf(db, read, userIds);
  return new Set(userIds.filter((id) => chosen.get(id)?.muted.includes(setting)));
}

/** Reminds those of these people who were not yet, in one transaction with the note that they were. */
export async function remind(
  context: Context,
  tx: Tx,
  { kind, cause, ref, late, foldKey, causeId, data, until }: Reminder,
  userIds: readonly string[],
  now: Date,
): Promise<void> {
  if (userIds.length === 0) return;
  const muted = await muters(context, tx, kind, userIds);
  const rows = userIds.map((userId) => ({
    id: `${userId}:${kind}:${cause}`,
    userId,
    kind,
    outcome: late ? ('late' as const) : muted.has(userId) ? ('muted' as const) : ('told' as const),
    at: now,
  }));
  const told = (await insertReminders(context.db, tx, rows)).filter(({ outcome }) => outcome === 'told');
  if (told.length === 0) return;
  await notify(context, tx, {
    userIds: told.map(({ userId }) => userId),
    kind,
    ref,
    ...(foldKey === undefined ? {} : { foldKey }),
    causeId,
    data,
    at: now,
    until,
  });
}

const atATime = 500;

/**
 * Goes over people in the order of their ids, some hundred in a transaction.
 * @param work does its part for the next `limit` people after `after`, and gives their ids
 */
export async function inTurns(
  { db }: Context,
  signal: AbortSignal,
  work: (tx: Tx, page: { after: string; limit: number }) => Promise<readonly string[]>,
): Promise<void> {
  for (let after = ''; ; ) {
    signal.throwIfAborted();
    const from = after;
    const ids = await db.write((tx) => work(tx, { after: from, limit: atATime }));
    const last = ids.at(-1);
    if (last === undefined || ids.length < atATime) return;
    after = last;
  }
}
