import type { FieldError } from '@qihang/shared/contract/errors';
import type { RotaDraft } from '@qihang/shared/duty/contract';
import {
  answerDue,
  type Calendar,
  type ClockRule,
  dutyDayAt,
  dutyStretch,
  stepDue,
  weekdayOf,
} from '@qihang/shared/duty/due';
import { type DutyDayAction, lastStep } from '@qihang/shared/duty/vocabulary';
import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';

export interface ShiftRow {
  category: ThreadCategory | null;
  weekday: number;
  personId: string | null;
  deputyId: string | null;
}

/** A person has the duty of `forId` (null: of a day without a person) from one instant to another. */
export interface Cover {
  forId: string | null;
  personId: string;
  startsAt: number;
  endsAt: number;
}

export interface Absence {
  userId: string;
  firstDay: string;
  lastDay: string;
}

/** A term of office that reaches the board. */
export interface OfficeTerm {
  userId: string;
  role: 'lead' | 'teacher' | 'admin';
  startsAt: number;
  endsAt: number | null;
}

/** All that decides who has the duty of a board. The asker is nowhere in it, so nothing that follows can tell who asked. */
export interface RotaFacts {
  rule: ClockRule;
  teacherId: string | null;
  adminIds: readonly string[];
  /** In the order of their first days. */
  rotas: readonly { startsOn: string; shifts: readonly ShiftRow[] }[];
  /** In the order in which they were agreed. */
  covers: readonly Cover[];
  absences: readonly Absence[];
  /** Of people who have not closed their accounts, those of the longest standing first. */
  terms: readonly OfficeTerm[];
  /** Who may not speak, and until when. */
  muted: ReadonlyMap<string, number>;
}

/** How many questions wait for a person. */
export type Load = ReadonlyMap<string, number>;

/** The rota that counts on `day`. */
export const rotaOn = ({ rotas }: RotaFacts, day: string): readonly ShiftRow[] | undefined =>
  rotas.filter(({ startsOn }) => startsOn <= day).at(-1)?.shifts;

/** The shift of a day: that of the category, else that of every question. */
export function shiftOn(
  facts: RotaFacts,
  day: string,
  category: ThreadCategory | null,
): ShiftRow | undefined {
  const shifts = (rotaOn(facts, day) ?? []).filter(({ weekday }) => weekday === weekdayOf(day));
  return (
    shifts.find((shift) => shift.category === category) ?? shifts.find((shift) => shift.category === null)
  );
}

const offices = ['lead', 'teacher', 'admin'] as const;

/** Those whose term runs at this instant, of the longest standing first. */
export const holdersAt = (
  { terms }: RotaFacts,
  at: number,
  roles: readonly OfficeTerm['role'][] = offices,
): string[] => [
  ...new Set(
    terms
      .filter(
        ({ role, startsAt, endsAt }) =>
          roles.includes(role) && startsAt <= at && (endsAt === null || endsAt > at),
      )
      .map(({ userId }) => userId),
  ),
];

export const isAway = ({ absences }: RotaFacts, userId: string, day: string): boolean =>
  absences.some((one) => one.userId === userId && one.firstDay <= day && day <= one.lastDay);

/** May answer here and is there: an office that runs, no mute, no day off. */
export const isAvailable = (facts: RotaFacts, userId: string, at: number): boolean =>
  holdersAt(facts, at).includes(userId) &&
  (facts.muted.get(userId) ?? 0) <= at &&
  !isAway(facts, userId, dutyDayAt(at, facts.rule));

/** Who has the duty that `arranged` was given, after what colleagues took over. */
export const coveredBy = ({ covers }: RotaFacts, arranged: string | null, at: number): string | null =>
  covers
    .filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
    .reduce((person, cover) => (cover.forId === person ? cover.personId : person), arranged);

/** The person of the rota at an instant, there or not; null where nobody is arranged. */
export const arrangedAt = (facts: RotaFacts, at: number, category: ThreadCategory | null): string | null =>
  coveredBy(facts, shiftOn(facts, dutyDayAt(at, facts.rule), category)?.personId ?? null, at);

/** Fewest questions first; the same number in a fixed order. */
const byLoad = (ids: readonly string[], load: Load): string[] =>
  [...ids].sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1));

/**
 * Whom a question comes to at each step, in order: on duty, deputy, teacher, admins. Without a rota the leads of the board share
 * them, the one with the fewest first, and so do the teachers where none is named.
 */
export function chainAt(
  facts: RotaFacts,
  load: Load,
  at: number,
  category: ThreadCategory | null,
): readonly (readonly string[])[] {
  const { teacherId, adminIds } = facts;
  const day = dutyDayAt(at, facts.rule);
  const shared = byLoad(holdersAt(facts, at, ['lead']), load);
  const rota = rotaOn(facts, day) !== undefined;
  const person = arrangedAt(facts, at, category);
  const deputy = shiftOn(facts, day, category)?.deputyId ?? null;
  return [
    person !== null ? [person] : rota ? [] : shared,
    rota ? [deputy].flatMap((id) => id ?? []) : shared,
    teacherId === null ? byLoad(holdersAt(facts, at, ['teacher']), load) : [teacherId],
    adminIds.length > 0 ? adminIds : holdersAt(facts, at, ['admin']),
  ];
}

export interface Choice {
  personId: string;
  step: number;
}

/**
 * The first who is there, from `step` on, and has not had the question yet. Where nobody of the chain is, a question that is
 * new comes to any lead or teacher who is; null where there is none.
 */
export function chooseFrom(
  facts: RotaFacts,
  load: Load,
  at: number,
  category: ThreadCategory | null,
  step: number,
  passed: readonly string[],
): Choice | null {
  const free = (id: string) => !passed.includes(id) && isAvailable(facts, id, at);
  const chain = chainAt(facts, load, at, category);
  for (let i = step; i <= lastStep; i++) {
    const personId = chain[i]?.find(free);
    if (personId !== undefined) return { personId, step: i };
  }
  if (step > 0) return null;
  const personId = byLoad(holdersAt(facts, at, ['lead', 'teacher']), load).find(free);
  return personId === undefined ? null : { personId, step: 0 };
}

/** Who is on duty at an instant. */
export const onDutyAt = (
  facts: RotaFacts,
  load: Load,
  at: number,
  category: ThreadCategory | null = null,
): string | null => chooseFrom(facts, load, at, category, 0, [])?.personId ?? null;

/** When the chosen one's time is over: a new question has the hours of an answer, each further step its own. */
export const dueFor = (facts: RotaFacts, calendar: Calendar, at: number, overdue: boolean): number =>
  (overdue ? stepDue : answerDue)(at, facts.rule, calendar);

/** When the person on duty at `at` has it no more: the day's end, or earlier where a colleague takes over. */
export function dutyEnd(facts: RotaFacts, at: number): number {
  const { until } = dutyStretch(dutyDayAt(at, facts.rule), facts.rule);
  const turns = facts.covers
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .filter(
      (turn) => turn > at && turn < until && arrangedAt(facts, turn, null) !== arrangedAt(facts, at, null),
    );
  return Math.min(until, ...turns);
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Weekdays on which nobody is arranged; none without a rota, whose questions the leads share. */
export function emptyWeekdays(facts: RotaFacts, day: string): number[] {
  const shifts = rotaOn(facts, day);
  if (shifts === undefined) return [];
  return weekdays.filter(
    (weekday) =>
      !shifts.some(
        (shift) => shift.category === null && shift.weekday === weekday && shift.personId !== null,
      ),
  );
}

/** What a person who keeps the board may do with one day of the rota. */
export function dayActionsFor(
  facts: RotaFacts,
  actorId: string,
  {
    at,
    person,
    swap,
  }: { at: number; person: string | null; swap: { byId: string; toId: string | null } | null },
): DutyDayAction[] {
  const can: DutyDayAction[] = [];
  if (!isAvailable(facts, actorId, at)) return swap?.byId === actorId ? ['withdraw'] : [];
  if (person === null && swap === null) can.push('take');
  if (person === actorId && swap === null) can.push('swap');
  if (swap !== null && swap.byId !== actorId && (swap.toId === null || swap.toId === actorId))
    can.push('accept');
  if (swap !== null && swap.toId === actorId) can.push('decline');
  if (swap !== null && swap.byId === actorId) can.push('withdraw');
  return can;
}

/** A person who is arranged, with the days of the week that name them. */
export interface EndingTerm {
  userId: string;
  endsAt: number;
  weekdays: number[];
}

/**
 * People of these shifts whose last term ends within so many milliseconds after `from`, or has ended: what the rota says for the
 * days after that does not hold.
 */
export function endingTerms(
  { terms }: Pick<RotaFacts, 'terms'>,
  shifts: readonly ShiftRow[],
  from: number,
  within: number,
): EndingTerm[] {
  const days = new Map<string, Set<number>>();
  for (const { personId, deputyId, weekday } of shifts)
    for (const id of [personId, deputyId])
      if (id !== null) days.set(id, (days.get(id) ?? new Set()).add(weekday));
  return [...days].flatMap(([userId, on]) => {
    const ends = terms.filter((term) => term.userId === userId).map(({ endsAt }) => endsAt);
    const endsAt = ends.includes(null) ? null : Math.max(from, ...ends.map((end) => end ?? 0));
    return endsAt !== null && endsAt <= from + within
      ? [{ userId, endsAt, weekdays: [...on].sort((a, b) => a - b) }]
      : [];
  });
}

/** Fields of an arrangement that cannot be so. */
export function rotaProblems(facts: RotaFacts, draft: RotaDraft, now: number): FieldError[] {
  const problems: FieldError[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, message });
  const people = new Set(facts.terms.map(({ userId }) => userId));
  const office = new Set(facts.terms.filter(({ role }) => role !== 'lead').map(({ userId }) => userId));
  if (draft.from >= draft.until) wrong('until', '值班结束要晚于开始');
  if (draft.startsOn < dayAt(now)) wrong('startsOn', '不能排已经过去的日子');
  if (draft.teacherId !== null && !office.has(draft.teacherId)) wrong('teacherId', '请选本栏目的老师');
  draft.adminIds.forEach((id, i) => {
    if (!office.has(id)) wrong(`adminIds.${i}`, '请选老师或管理员');
    else if (draft.adminIds.indexOf(id) < i) wrong(`adminIds.${i}`, '同一个人写了两次');
  });
  const seen = new Set<string>();
  draft.shifts.forEach(({ category, weekday, personId, deputyId }, i) => {
    if (!people.has(personId)) wrong(`shifts.${i}.personId`, '这个人在本栏目没有任期');
    if (deputyId !== null && !people.has(deputyId)) wrong(`shifts.${i}.deputyId`, '这个人在本栏目没有任期');
    if (deputyId === personId) wrong(`shifts.${i}.deputyId`, '替补要换一个人');
    const key = `${category}:${weekday}`;
    if (seen.has(key)) wrong(`shifts.${i}.weekday`, '同一天排了两次');
    seen.add(key);
  });
  return problems;
}

/** Fields of a year's calendar that cannot be so. */
export function calendarProblems(year: number, days: readonly { day: string }[]): FieldError[] {
  const seen = new Set<string>();
  return days.flatMap(({ day }, i) => {
    const path = `days.${i}.day`;
    if (!day.startsWith(`${year}-`)) return [{ path, message: `不是 ${year} 年的日子` }];
    if (seen.has(day)) return [{ path, message: '同一天写了两次' }];
    seen.add(day);
    return [];
  });
}

/** Every real year moves weekend days to make room for holidays; one without has not been entered. */
export const isCompleteYear = (days: readonly { works: boolean }[]): boolean =>
  days.some(({ works }) => works);
