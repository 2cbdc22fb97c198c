/** How hours of an answer are counted: round the clock, or on working days only. */
export const answerClocks = ['hours', 'working-days'] as const;
export type AnswerClock = (typeof answerClocks)[number];

export const answerClockNames = {
  hours: '每天都算',
  'working-days': '只算工作日',
} as const satisfies Record<AnswerClock, string>;

/** Who a question waits for, in the order of escalation. The index in this list is the step. */
export const dutySteps = ['on-duty', 'deputy', 'teacher', 'admins'] as const;
export type DutyStep = (typeof dutySteps)[number];
export const lastStep = dutySteps.length - 1;

export const dutyStepNames = {
  'on-duty': '值班',
  deputy: '替补',
  teacher: '兜底老师',
  admins: '管理员',
} as const satisfies Record<DutyStep, string>;

/** What a person may do with a day of the rota. `swap` asks others to take it, `take` a day that has no person. */
export const dutyDayActions = ['take', 'swap', 'accept', 'decline', 'withdraw'] as const;
export type DutyDayAction = (typeof dutyDayActions)[number];

/** A swap counts once the other accepts. */
export const swapStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;
export type SwapState = (typeof swapStates)[number];

/** What a person who keeps the board may do with an overdue question. */
export const overdueActions = ['take', 'ask-teacher'] as const;
export type OverdueAction = (typeof overdueActions)[number];

/** What the one who arranges the rota is told before it counts. */
export const rotaWarnings = [
  'term-ends',
  'not-on-board',
  'empty-day',
  'no-teacher',
  'calendar-unfinished',
] as const;

export const dutyDefaults = {
  answerHours: 24,
  clock: 'hours',
  from: '08:00',
  until: '22:00',
  stepHours: 4,
} as const;

export const dutyLimits = {
  answerHours: 168,
  stepHours: 72,
  admins: 5,
  /** Days that a year's calendar may name. */
  calendarDays: 80,
  /** Weeks ahead that can be looked at, asked for and taken. */
  weeksAhead: 8,
  /** Days of one absence. */
  absence: 120,
} as const;

/** The days over which answers are measured. */
export const measuredDays = 30;
