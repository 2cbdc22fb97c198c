import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { day, id, instant, lineText, queryText, viewer } from '../contract/fields';
import { defineContract } from '../contract/route';
import { threadCategories } from '../threads/vocabulary';
import { answerClocks, dutyDayActions, dutyLimits, rotaWarnings } from './vocabulary';

/** `HH:mm` on a wall clock in Shanghai. */
export const clockTime = queryText(5, 5).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写成 08:00'));

/** A person by the name readers know. */
const named = z.object({ name: z.string(), about: z.string() });

/** Who answers a question that is asked now, and until when. Public: it never depends on who asks. */
export const dutyToday = z.object({
  board: z.string(),
  /** Null where nobody can be named. */
  person: z.nullable(named),
  /** When the person's duty ends. */
  until: instant,
  /** By when a question asked now is answered. */
  dueAt: instant,
  answerHours: z.int(),
  clock: z.enum(answerClocks),
  /** Median minutes to the first answer over the last 30 days; null before there is one. */
  firstAnswerMinutes: z.nullable(z.int()),
});

const swap = z.object({
  id: z.string(),
  /** Who asks for it. */
  by: z.string(),
  /** The one who was asked; null where anybody may. */
  to: z.nullable(z.string()),
  /** From this time of the day on; null: the whole day. */
  from: z.nullable(clockTime),
  mine: z.boolean(),
});

export const dutyDay = z.object({
  day: z.string(),
  /** What the calendar calls the day: 国庆节, 补班. Null on ordinary days. */
  called: z.nullable(z.string()),
  works: z.boolean(),
  /** Null: nobody is arranged, or everybody who is is away. */
  person: z.nullable(z.object({ name: z.string(), self: z.boolean() })),
  /** Another takes over within the day. */
  later: z.nullable(z.object({ from: clockTime, name: z.string(), self: z.boolean() })),
  deputy: z.nullable(z.object({ name: z.string(), self: z.boolean() })),
  /** Who answers where nobody is arranged. */
  fallback: z.nullable(z.string()),
  swap: z.nullable(swap),
  viewer: viewer(dutyDayActions),
});
export type DutyDay = z.output<typeof dutyDay>;

const colleague = z.object({
  /** Names the person to this board's rota and nowhere else. */
  key: z.string(),
  name: z.string(),
  /** Days on duty in the month of the first day shown. */
  days: z.int(),
  /** Days (`YYYY-MM-DD`) of the weeks shown on which the person is on duty or deputy. */
  on: z.array(z.string()),
  deputyOn: z.array(z.string()),
});

const absence = z.object({ id: z.string(), from: z.string(), until: z.string() });

export const dutyWeek = z.object({
  board: z.string(),
  /** First and last day shown. */
  from: z.string(),
  until: z.string(),
  /** Duty hours: a question after the end belongs to the next day. */
  hours: z.object({ from: clockTime, until: clockTime }),
  /** What waits for the person who reads this, on this board. */
  mine: z.object({
    onDuty: z.boolean(),
    until: z.nullable(instant),
    waiting: z.int(),
    urgent: z.nullable(z.object({ id: z.string(), title: z.string(), askedAt: instant, dueAt: instant })),
  }),
  days: z.array(dutyDay),
  /** Others who may take a day. */
  colleagues: z.array(colleague),
  /** The reader's own days off, from today on. */
  absences: z.array(absence),
  viewer: viewer(['arrange']),
});
export type DutyWeek = z.output<typeof dutyWeek>;

const weekday = z.int().check(z.minimum(1), z.maximum(7));

/** One weekday of the rota; `category` null: every question without an arrangement of its own. */
export const shift = z.strictObject({
  category: z.nullable(z.enum(threadCategories)),
  /** Monday is 1, Sunday 7. */
  weekday,
  personId: id,
  deputyId: z.nullable(id),
});
export type Shift = z.output<typeof shift>;

const settings = {
  answerHours: z.int().check(z.minimum(1), z.maximum(dutyLimits.answerHours)),
  clock: z.enum(answerClocks),
  from: clockTime,
  until: clockTime,
  /** How long each further step has, counted within duty hours. */
  stepHours: z.int().check(z.minimum(1), z.maximum(dutyLimits.stepHours)),
  teacherId: z.nullable(id),
  adminIds: z.array(id).check(z.maxLength(dutyLimits.admins)),
};

export const rotaDraft = z.strictObject({
  board: slug,
  /** 0 before the rota was ever saved. */
  version: z.int(),
  ...settings,
  /** The first day on which the shifts count; today or later. */
  startsOn: day,
  shifts: z.array(shift).check(z.maxLength(7 * (threadCategories.length + 1))),
});
export type RotaDraft = z.output<typeof rotaDraft>;

const warning = z.object({ kind: z.enum(rotaWarnings), words: z.string() });

export const rota = z.object({
  board: z.string(),
  version: z.int(),
  answerHours: z.int(),
  clock: z.enum(answerClocks),
  from: clockTime,
  until: clockTime,
  stepHours: z.int(),
  teacherId: z.nullable(z.string()),
  adminIds: z.array(z.string()),
  /** The rota that counts today, or the first one to come; null before there is one. */
  startsOn: z.nullable(z.string()),
  shifts: z.array(shift),
  /** One that is arranged for later. */
  next: z.nullable(z.object({ startsOn: z.string(), shifts: z.array(shift) })),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(['lead', 'teacher', 'admin']),
      /** Last day of the term; null: without end. */
      endsOn: z.nullable(z.string()),
      away: z.array(z.object({ from: z.string(), until: z.string() })),
    }),
  ),
  warnings: z.array(warning),
});
export type Rota = z.output<typeof rota>;

/** A day on which the week's rule does not count: a holiday, or a weekend day that is worked. */
export const calendarDay = z.strictObject({
  day,
  works: z.boolean(),
  name: lineText(1, 12),
});
export type CalendarDay = z.output<typeof calendarDay>;

const year = z.int().check(z.minimum(2020), z.maximum(2100));

export const yearCalendar = z.object({
  year: z.int(),
  days: z.array(calendarDay),
  version: z.int(),
  /** False while no make-up working day is named: the year's arrangement has not been entered. */
  complete: z.boolean(),
});
export type YearCalendar = z.output<typeof yearCalendar>;

export const yearCalendarDraft = z.strictObject({
  year,
  days: z.array(calendarDay).check(z.maxLength(dutyLimits.calendarDays)),
  version: z.int(),
});

const one = z.strictObject({ id });

export const dutyContract = defineContract({
  today: {
    method: 'GET',
    path: '/duty',
    summary: 'Who answers a question asked now, and until when',
    access: 'public',
    keepSeconds: 5,
    query: z.strictObject({
      /** Left out: the first question board. */
      board: z.optional(slug),
      category: z.optional(z.enum(threadCategories)),
    }),
    response: dutyToday,
    errors: ['resource.not-found', 'board.wrong-kind'],
  },
  week: {
    method: 'GET',
    path: '/duty/week',
    summary: 'The rota of seven days for those who keep the board',
    access: 'lead',
    query: z.strictObject({
      board: z.optional(slug),
      /** Left out: from today on. */
      from: z.optional(day),
    }),
    response: dutyWeek,
    errors: ['resource.not-found', 'board.wrong-kind', 'action.forbidden'],
  },
  take: {
    method: 'POST',
    path: '/duty/days',
    summary: 'Take a day that nobody is arranged for',
    access: 'lead',
    body: z.strictObject({ board: slug, day }),
    response: dutyWeek,
    status: 201,
    errors: ['resource.not-found', 'board.wrong-kind', 'action.forbidden', 'person.muted', 'duty.day-taken'],
  },
  askSwap: {
    method: 'POST',
    path: '/duty/swaps',
    summary: 'Ask a colleague, or anybody, to take one of my days',
    access: 'lead',
    body: z.strictObject({
      board: slug,
      day,
      /** From this time of the day on; null: the whole day. */
      from: z._default(z.nullable(clockTime), null),
      /** Key of a colleague; null: the first who accepts. */
      to: z.nullable(z.string().check(z.maxLength(32))),
    }),
    response: dutyWeek,
    status: 201,
    errors: ['resource.not-found', 'board.wrong-kind', 'action.forbidden', 'person.muted', 'duty.swap-open'],
  },
  acceptSwap: {
    method: 'POST',
    path: '/duty/swaps/{id}/accept',
    summary: 'Take the day; from now on it counts',
    access: 'lead',
    params: one,
    response: dutyWeek,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted', 'duty.swap-settled'],
  },
  declineSwap: {
    method: 'POST',
    path: '/duty/swaps/{id}/decline',
    summary: 'Say that I cannot take the day',
    access: 'lead',
    params: one,
    response: dutyWeek,
    errors: ['resource.not-found', 'action.forbidden', 'duty.swap-settled'],
  },
  withdrawSwap: {
    method: 'DELETE',
    path: '/duty/swaps/{id}',
    summary: 'Take back what I asked',
    access: 'lead',
    params: one,
    errors: ['resource.not-found', 'duty.swap-settled'],
  },
  addAbsence: {
    method: 'POST',
    path: '/duty/absences',
    summary: 'My days off: the deputy has the duty then',
    access: 'lead',
    body: z.strictObject({ from: day, until: day }),
    response: absence,
    status: 201,
  },
  removeAbsence: {
    method: 'DELETE',
    path: '/duty/absences/{id}',
    summary: 'I am there after all',
    access: 'lead',
    params: one,
    errors: ['resource.not-found'],
  },
  rota: {
    method: 'GET',
    path: '/admin/duty',
    summary: 'Rota and answer clock of a board, with who could be arranged',
    access: 'teacher',
    query: z.strictObject({ board: z.optional(slug) }),
    response: rota,
    errors: ['resource.not-found', 'board.wrong-kind', 'action.forbidden'],
  },
  arrange: {
    method: 'PUT',
    path: '/admin/duty',
    summary: 'Arrange the rota, repeated week by week, and set the answer clock',
    access: 'teacher',
    body: rotaDraft,
    response: rota,
    errors: ['resource.not-found', 'board.wrong-kind', 'action.forbidden', 'person.muted', 'version.stale'],
  },
  calendar: {
    method: 'GET',
    path: '/admin/duty/calendar',
    summary: 'Holidays and make-up working days of a year',
    access: 'teacher',
    query: z.strictObject({ year }),
    response: yearCalendar,
  },
  setCalendar: {
    method: 'PUT',
    path: '/admin/duty/calendar',
    summary: 'Set holidays and make-up working days of a year',
    access: 'admin',
    body: yearCalendarDraft,
    response: yearCalendar,
    errors: ['version.stale'],
  },
});
