import type { Task } from '../../background/task';
import { closesToday, closingSoon } from './closing';
import { askedNotices, dueNotices } from './notices';
import { overdueSoon } from './overdue';
import type { Part } from './part';
import { findMarks, putMark } from './store';
import { endingTerms } from './terms';

// The nearer reminder of a job goes first.
const parts: readonly Part[] = [closesToday, closingSoon, overdueSoon, askedNotices, dueNotices, endingTerms];

/**
 * Tells what came due since the run before, in whatever stretch of time that is: a process that ends between the reminders and the
 * mark repeats the stretch, and finds them told.
 */
export const planReminders: Task = {
  name: 'reminders.plan',
  schedule: { onMinutes: 10 },
  async run(context, now, signal) {
    const { db } = context;
    const marks = await findMarks(
      db,
      db.read,
      parts.map(({ name }) => name),
    );
    const failures: unknown[] = [];
    for (const part of parts) {
      const mark = marks.get(part.name);
      const stretch = { after: (mark ?? now).getTime(), until: now.getTime() };
      try {
        await part.run(context, { stretch, first: mark === undefined, now, signal });
        await db.write((tx) => putMark(db, tx, part.name, now));
      } catch (error) {
        signal.throwIfAborted();
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  },
};
