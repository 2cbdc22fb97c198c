import type { DutyDay, DutyWeek, dutyContract } from '@qihang/shared/duty/contract';
import { type Calendar, dayStart, dutyDayAt, dutyStretch, isWorkingDay } from '@qihang/shared/duty/due';
import { dutyLimits } from '@qihang/shared/duty/vocabulary';
import { addDays, dayAt, wallClockAt } from '@qihang/shared/time/shanghai';
import { forbidden } from '../../actor/refusals';
import { type Actor, canModerate, hasRoleOn, isMuted, moderatorRoles } from '../../actor/rules';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { getBoardFor } from '../boards/public-store';
import { bylines } from '../users/public';
import { readLoad, readRota } from './facts';
import { keyOf } from './key';
import {
  arrangedAt,
  chooseFrom,
  dayActionsFor,
  dutyEnd,
  holdersAt,
  isAvailable,
  type Load,
  onDutyAt,
  type RotaFacts,
  rotaOn,
  shiftOn,
} from './rules';
import { listAbsences, listOpenSwaps, readCalendar, type SwapRow } from './store';

const shownDays = 7;
/** Among what waits for one person, where nobody has more. */
const mostWaiting = 200;

/** What one day of the rota is made of, before names are put to it. */
interface DayFacts {
  day: string;
  person: string | null;
  later: { at: number; personId: string } | null;
  deputy: string | null;
  fallback: string | null;
  swap: SwapRow | null;
  at: number;
}

/** The first change of person within a stretch, where colleagues take over. */
function turnIn(facts: RotaFacts, from: number, until: number): DayFacts['later'] {
  const first = arrangedAt(facts, from, null);
  const turns = facts.covers
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .filter((turn) => turn > from && turn < until)
    .sort((a, b) => a - b);
  for (const at of turns) {
    const personId = arrangedAt(facts, at, null);
    if (personId !== null && personId !== first) return { at, personId };
  }
  return null;
}

function dayFacts(
  facts: RotaFacts,
  load: Load,
  swaps: readonly SwapRow[],
  day: string,
  now: number,
): DayFacts {
  const { from, until } = dutyStretch(day, facts.rule);
  const at = from <= now && now < until ? now : from;
  const there = (id: string | null) => (id !== null && isAvailable(facts, id, at) ? id : null);
  const person = there(arrangedAt(facts, at, null));
  const fallback =
    person === null && rotaOn(facts, day)
      ? (chooseFrom(facts, load, at, null, 0, [])?.personId ?? null)
      : null;
  return {
    day,
    person,
    later: turnIn(facts, at, until),
    deputy: there(shiftOn(facts, day, null)?.deputyId ?? null),
    fallback,
    swap: swaps.find((swap) => swap.day === day && swap.byId === person) ?? null,
    at,
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

function timeWords(at: number): string {
  const { hour, minute } = wallClockAt(at);
  return `${two(hour)}:${two(minute)}`;
}

function viewDay(
  { day, person, later, deputy, fallback, swap, at }: DayFacts,
  facts: RotaFacts,
  calendar: Calendar,
  actor: Actor,
  nameOf: (id: string) => string,
): DutyDay {
  const named = (id: string | null) => (id === null ? null : { name: nameOf(id), self: id === actor.id });
  return {
    day,
    called: calendar.get(day)?.name ?? null,
    works: isWorkingDay(calendar, day),
    person: named(person),
    later: later && {
      from: timeWords(later.at),
      name: nameOf(later.personId),
      self: later.personId === actor.id,
    },
    deputy: named(deputy),
    fallback: fallback === null ? null : nameOf(fallback),
    swap: swap && {
      id: swap.id,
      by: nameOf(swap.byId),
      to: swap.toId === null ? null : nameOf(swap.toId),
      from: swap.fromTime,
      mine: swap.byId === actor.id,
    },
    viewer: { can: isMuted(actor) ? [] : dayActionsFor(facts, actor.id, { at, person, swap }) },
  };
}

/** What waits for the actor on a board. */
async function waitingFor({ db, registry }: Context, actor: Actor, board: string, now: Date) {
  const all = (await registry.kinds.thread.ownership?.list(db, db.read, [actor.id], now, mostWaiting)) ?? [];
  const waiting = all.filter((held) => held.board === board);
  const [first] = waiting;
  return {
    waiting: waiting.length,
    urgent: first
      ? {
          id: first.id,
          title: first.title,
          askedAt: first.since.toISOString(),
          dueAt: first.until.toISOString(),
        }
      : null,
  };
}

/** The first day that can be shown: the person who reads it looks ahead. */
function firstDay(asked: string | undefined, today: string): string {
  const last = addDays(today, dutyLimits.weeksAhead * 7);
  if (asked === undefined || asked < today) return today;
  return asked > last ? last : asked;
}

const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addDays(first, i));

function monthOf(day: string): string[] {
  const first = `${day.slice(0, 7)}-01`;
  return daysFrom(first, 31).filter((one) => one.startsWith(day.slice(0, 7)));
}

/** The rota of seven days as the actor sees it. @throws AppError `action.forbidden` for who does not keep the board */
export async function viewWeek(
  context: Context,
  actor: Actor,
  slug: string | undefined,
  asked: string | undefined,
  now: Date,
): Promise<DutyWeek> {
  const { db, secret } = context;
  const board = await getBoardFor(db, db.read, 'thread', slug);
  if (!canModerate(actor, board.slug)) throw forbidden(actor, moderatorRoles, board.slug);
  const at = now.getTime();
  // The month before today counts, too: how often each had the duty.
  const since = new Date(Math.min(at, dayStart(`${(asked ?? dayAt(at)).slice(0, 7)}-01`)));
  const facts = await readRota(context, db.read, board.slug, since);
  const load = await readLoad(context, db.read, now);
  const swaps = await listOpenSwaps(db, db.read, board.slug, now);
  const from = firstDay(asked, dutyDayAt(at, facts.rule));
  const shown = daysFrom(from, shownDays);
  const years = [...new Set([...shown, from].map((day) => Number(day.slice(0, 4))))];
  const calendar = await readCalendar(db, db.read, years);
  const days = shown.map((day) => dayFacts(facts, load, swaps, day, at));
  const month = monthOf(from).map((day) => dayFacts(facts, load, [], day, at));
  const leads = holdersAt(facts, at, ['lead']).filter((id) => id !== actor.id);
  const ids = [
    ...leads,
    ...days.flatMap(({ person, later, deputy, fallback, swap }) => [
      person,
      later?.personId ?? null,
      deputy,
      fallback,
      swap?.byId ?? null,
      swap?.toId ?? null,
    ]),
  ].flatMap((id) => id ?? []);
  const names = await bylines(db, ids, now);
  const nameOf = (id: string) => names.get(id)?.name ?? '已注销用户';
  const onDuty = onDutyAt(facts, load, at) === actor.id;
  return {
    board: board.slug,
    from,
    until: shown.at(-1) ?? from,
    hours: { from: facts.rule.from, until: facts.rule.until },
    mine: {
      onDuty,
      until: onDuty ? new Date(dutyEnd(facts, at)).toISOString() : null,
      ...(await waitingFor(context, actor, board.slug, now)),
    },
    days: days.map((day) => viewDay(day, facts, calendar, actor, nameOf)),
    colleagues: leads.map((id) => ({
      key: keyOf(secret, board.slug, id),
      name: nameOf(id),
      days: month.filter(({ person }) => person === id).length,
      on: days.flatMap(({ day, person }) => (person === id ? [day] : [])),
      deputyOn: days.flatMap(({ day, deputy }) => (deputy === id ? [day] : [])),
    })),
    absences: (await listAbsences(db, db.read, [actor.id], dayAt(at))).map(
      ({ id, firstDay: first, lastDay }) => ({
        id,
        from: first,
        until: lastDay,
      }),
    ),
    viewer: { can: hasRoleOn(actor, ['teacher', 'admin'], board.slug) ? ['arrange'] : [] },
  };
}

export const showWeek = (context: Context, { actor, query, now }: Call<(typeof dutyContract)['week']>) =>
  viewWeek(context, actor, query.board, query.from, now);
