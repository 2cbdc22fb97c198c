import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';

declare module '../../background/events' {
  interface Events {
    /** Once for each step: overdue, taken by a colleague, given to the teacher. `fromId` and `toId` null: nobody. */
    'thread.escalated': {
      threadId: string;
      board: string;
      fromId: string | null;
      toId: string | null;
      step: number;
      at: Date;
    };
  }
}

/**
 * Starts the answer clock of a question that readers see now: names the person on duty and the due time in the thread's
 * row, and begins its chain. Called when a question first appears (asked, or approved later: the clock starts at approval),
 * and again by `unsolved` with the step after the last one. Before that the row has `onDutyId: null`, `dueAt: at`.
 */
export declare function startClock(
  context: Context,
  tx: Tx,
  thread: { id: string; board: string; category: ThreadCategory },
  at: Date,
  step: number,
): Promise<void>;
