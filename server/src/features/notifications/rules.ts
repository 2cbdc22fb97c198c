import { notificationLimits } from '@qihang/shared/notifications/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';

/** What was shown before this instant is deleted. */
export const oldestNotification = (now: Date): Date =>
  new Date(now.getTime() - notificationLimits.keptDays * dayMs);

/** When a decision is told: once it can no longer be undone. */
export const afterUndo = (at: Date): Date => new Date(at.getTime() + notificationLimits.undoSeconds * 1000);
