import { calendarYears, hoursBefore } from '@qihang/shared/duty/due';
import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';
import { dayAt, dayMs } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../db/types';
import { readLoad, readRota, ruleOf } from './facts';
import { chooseFrom, dueFor, emptyWeekdays } from './rules';
import { getClock, readCalendar } from './store';

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
  /** Index in `dutySteps` of the step that found a person: the one asked for, or a later one. */
  step: number;
}

export interface Question {
  board: string;
  category: ThreadCategory;
  /** When this step begins. */
  at: Date;
  /** Index in `dutySteps`: 0 on duty, 1 deputy, 2 teacher, 3 admins. */
  step: number;
  /** Those who had it before, and do not get it again. */
  passed?: readonly string[];
  /** The time of the one before is over: this step has its own hours in place of those of an answer. */
  overdue?: boolean;
}

/** A board's rota as it is, to ask for one question after the other. */
export interface OpenRota {
  assign(question: Omit<Question, 'board'>): Assignment;
  /** Weekdays (Monday is 1) without a person, in the rota that counts on the day it was opened. */
  emptyWeekdays: readonly number[];
}

/** Reads what decides about a board's questions from `at` on. */
export async function openRota(context: Context, read: Reader, board: string, at: Date): Promise<OpenRota> {
  const facts = await readRota(context, read, board, at);
  const load = await readLoad(context, read, at);
  const calendar = await readCalendar(context.db, read, calendarYears(at.getTime()));
  return {
    assign({ category, at: begins, step, passed = [], overdue = false }) {
      const time = begins.getTime();
      const choice = chooseFrom(facts, load, time, category, step, passed);
      return {
        onDutyId: choice?.personId ?? null,
        dueAt: new Date(dueFor(facts, calendar, time, overdue)),
        step: choice?.step ?? step,
      };
    },
    emptyWeekdays: emptyWeekdays(facts, dayAt(at.getTime())),
  };
}

/** Chooses the person for a question. The asker is no argument: who is on duty must not tell who asked. */
export async function assign(
  context: Context,
  tx: Tx,
  { board, ...question }: Question,
): Promise<Assignment> {
  return (await openRota(context, tx, board, question.at)).assign(question);
}

/** Tells when so many hours of a board's duty are left until an instant around `at`. */
export async function openHours(
  { db }: Context,
  read: Reader,
  board: string,
  at: Date,
): Promise<(end: Date, hours: number) => Date> {
  const rule = ruleOf(await getClock(db, read, board));
  // Hours are counted backwards, over the turn of a year, too.
  const calendar = await readCalendar(db, read, calendarYears(at.getTime() - 31 * dayMs));
  return (end, hours) => new Date(hoursBefore(end.getTime(), hours, rule, calendar));
}
