import type { AnswerStats, ThreadDuty } from '@qihang/shared/duty/clock';
import { dutySteps, lastStep, measuredDays, type OverdueAction } from '@qihang/shared/duty/vocabulary';
import { wallClockAt } from '@qihang/shared/time/shanghai';
import { type Actor, canModerate, isMuted } from '../../actor/rules';
import { medianMinutes } from '../boards/rules';

/** One of those a question waited for. */
export interface Link {
  step: number;
  personId: string | null;
  since: Date;
  until: Date;
}

export interface Clocked {
  onDutyId: string | null;
  dueAt: Date;
  promisedAt: Date | null;
  escalation: number;
}

/** The links since the clock was started last; what came before led to answers that did not help. */
export function currentLinks(
  links: readonly Link[],
  { promisedAt }: Pick<Clocked, 'promisedAt'>,
): readonly Link[] {
  const started = links.findLastIndex(({ until }) => until.getTime() === promisedAt?.getTime());
  return links.slice(Math.max(0, started));
}

/** The one whom a question comes to next, if it does. */
export interface Next {
  personId: string;
  step: number;
  until: Date;
}

/** Nobody to name: the office answers. */
const office = '就业指导老师';

const stepName = (step: number) => dutySteps[Math.min(step, lastStep)] ?? 'admins';

/**
 * The answer clock as everybody sees it: those who let their time pass, the one it waits for, the one to come.
 * @param nameOf the name readers know a person by; undefined for one who is gone
 */
export function viewDuty(
  thread: Clocked,
  links: readonly Link[],
  next: Next | null,
  nameOf: (id: string) => string | undefined,
): ThreadDuty {
  const { onDutyId, dueAt, escalation, promisedAt } = thread;
  const who = (id: string | null) => (id === null ? office : (nameOf(id) ?? office));
  const passed = currentLinks(links, { promisedAt }).slice(0, -1);
  return {
    name: onDutyId === null ? null : (nameOf(onDutyId) ?? null),
    until: dueAt.toISOString(),
    chain: [
      ...passed.map(({ step, personId, until }) => ({
        step: stepName(step),
        who: who(personId),
        until: until.toISOString(),
        passed: true,
      })),
      { step: stepName(escalation), who: who(onDutyId), until: dueAt.toISOString(), passed: false },
      ...(next
        ? [
            {
              step: stepName(next.step),
              who: who(next.personId),
              until: next.until.toISOString(),
              passed: false,
            },
          ]
        : []),
    ],
  };
}

/** What may be done with an overdue question. Never by who asked it: the offer would tell. */
export function overdueActionsFor(
  actor: Actor,
  { board, onDutyId, escalation }: Clocked & { board: string },
): OverdueAction[] {
  if (!canModerate(actor, board) || isMuted(actor)) return [];
  const can: OverdueAction[] = [];
  if (onDutyId !== actor.id) can.push('take');
  if (escalation < dutySteps.indexOf('teacher')) can.push('ask-teacher');
  return can;
}

/** One question of the days that are measured. */
export interface Measured {
  askedAt: Date;
  firstAnsweredAt: Date | null;
  promisedAt: Date;
}

const isWeekend = (at: Date): boolean => [0, 6].includes(wallClockAt(at.getTime()).weekday);

/** How answers came. A question that still has time is neither on time nor overdue. */
export function answerStats(
  rows: readonly Measured[],
  emptyWeekdays: readonly number[],
  now: Date,
): AnswerStats {
  const answered = rows.flatMap(({ askedAt, firstAnsweredAt }) =>
    firstAnsweredAt ? [firstAnsweredAt.getTime() - askedAt.getTime()] : [],
  );
  const onTime = rows.filter(
    ({ firstAnsweredAt, promisedAt }) => firstAnsweredAt && firstAnsweredAt <= promisedAt,
  );
  const overdue = rows.filter(({ firstAnsweredAt, promisedAt }) => (firstAnsweredAt ?? now) > promisedAt);
  return {
    days: measuredDays,
    asked: rows.length,
    answered: answered.length,
    medianMinutes: medianMinutes(answered),
    onTime: onTime.length,
    overdue: overdue.length,
    overdueAtWeekends: overdue.filter(({ promisedAt }) => isWeekend(promisedAt)).length,
    emptyWeekdays: [...emptyWeekdays],
  };
}
