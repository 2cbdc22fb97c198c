import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';

declare module '../../background/events' {
  interface Events {
    /** In the transaction in which readers see a question for the first time: as it is asked, or approved later. */
    'thread.asked': { threadId: string; board: string; category: ThreadCategory; at: Date };
    /** In the transaction in which readers see an answer for the first time. What the asker adds is none. */
    'thread.answered': { threadId: string; board: string; answerId: string; at: Date };
    'thread.accepted': { threadId: string; board: string; answerId: string; at: Date };
    /** Its asker says, once, that the answers had not helped. */
    'thread.unsolved': { threadId: string; board: string; at: Date };
  }
}

/**
 * The times, ids and cursors of anonymous words are those of the minute: to the millisecond, they would be those of what the
 * same person did by name.
 */
export const toTheMinute = (at: Date): Date => new Date(Math.floor(at.getTime() / 60_000) * 60_000);

/** When words were said, as people are told. */
export const saidAt = (at: Date, anonymous: boolean): Date => (anonymous ? toTheMinute(at) : at);
