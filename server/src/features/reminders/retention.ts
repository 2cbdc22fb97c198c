import { reminderLimits } from '@qihang/shared/reminders/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { lt } from 'drizzle-orm';
import { deletesRows } from '../../retention';

const oldest = (now: Date): Date => new Date(now.getTime() - reminderLimits.keptDays * dayMs);

export const reminderRetention = [
  deletesRows(
    'reminders.over-400-days',
    ({ reminders }) => reminders,
    (reminders, now) => lt(reminders.at, oldest(now)),
  ),
  // Notices are asked about for half a year; the marks of the planning move on with each run.
  deletesRows(
    'reminder-marks.over-400-days',
    ({ reminderMarks }) => reminderMarks,
    (reminderMarks, now) => lt(reminderMarks.until, oldest(now)),
  ),
];
