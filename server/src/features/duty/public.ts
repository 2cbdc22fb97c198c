import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';

declare module '../../background/events' {
  interface Events {
    /** A colleague (null: all who may) was asked to take a day. */
    'duty.swap-asked': {
      swapId: string;
      board: string;
      day: string;
      byId: string;
      toId: string | null;
      at: Date;
    };
    /** Accepted by `actorId`, or declined. */
    'duty.swap-settled': {
      swapId: string;
      board: string;
      day: string;
      byId: string;
      actorId: string;
      accepted: boolean;
      at: Date;
    };
  }
}

/** Who gets a question, and until when. */
export interface Assignment {
  /** Null where nobody can be named. */
  onDutyId: string | null;
  dueAt: Date;
  /** Index in `dutySteps` of the step that found somebody: the one asked for, or a later one. */
  step: number;
}

export interface Question {
  board: string;
  category: ThreadCategory;
  /** When this step begins. */
  at: Date;
  /** Index in `dutySteps`: 0 on duty, 1 deputy, 2 teacher, 3 admins. */
  step: number;
}

/** Chooses the person for a question. The asker is no argument: who is on duty must not tell who asked. */
export declare function assign(context: Context, tx: Tx, question: Question): Promise<Assignment>;
