import type { DeliveryReason, DeliveryState } from '@qihang/shared/deliveries/vocabulary';
import type { NotificationKind } from '@qihang/shared/notifications/kinds';
import { settingOf } from '@qihang/shared/notifications/kinds';
import { outOfQuiet, type QuietHours } from '@qihang/shared/notifications/quiet';
import type { NotificationSwitch } from '@qihang/shared/notifications/settings';
import { dayMs } from '@qihang/shared/time/shanghai';

/** For how long a message is worth sending, where what it tells does not say so itself. */
const usualLifeMs = 2 * dayMs;

/** A message that has been on its way for so long has lost its process: longer than a delivery may take, with its lease. */
export const lostAfterMs = 2 * 60_000;

/** A message of which nobody knows gets its credit back after this time without a push of WeChat's. */
export const traceMs = dayMs;

/** Between two looks whether the message before, to the same person, is through. */
export const turnMs = 2_000;

export const expiryOf = (at: Date, until: Date | undefined): Date =>
  until ?? new Date(at.getTime() + usualLifeMs);

export const dueOf = (hours: QuietHours, at: Date): Date => new Date(outOfQuiet(hours, at.getTime()));

interface Look {
  kind: NotificationKind;
  /** Undefined where the notification is gone. */
  readAt: Date | null | undefined;
  /** Another of the same thing was read, which made one of them all. */
  foldedRead: boolean;
  expiresAt: Date;
  attempts: number;
  muted: readonly NotificationSwitch[];
  closing: boolean;
  toldToday: boolean;
}

/** Why a message is not to be sent after all, when its time has come; undefined where nothing speaks against it. */
export function reasonAgainst(look: Look, now: Date): DeliveryReason | undefined {
  const { kind, readAt, foldedRead, expiresAt, attempts, muted, closing, toldToday } = look;
  if (closing) return 'closed';
  if (readAt === undefined) return foldedRead ? 'read' : 'taken-back';
  if (readAt !== null) return 'read';
  const setting = settingOf(kind);
  if (setting !== null && muted.includes(setting)) return 'muted';
  if (expiresAt <= now) return attempts > 0 ? 'kept-failing' : 'late';
  return toldToday ? 'told-today' : undefined;
}

/** The state that goes with the reason. */
export const stateFor = (reason: DeliveryReason): DeliveryState =>
  reason === 'kept-failing' ? 'failed' : 'skipped';

/** What an admin may do with a message. */
export const retryOf = (state: DeliveryState): 'retry' | 'retry-again' | undefined =>
  state === 'failed' ? 'retry' : state === 'unknown' ? 'retry-again' : undefined;
