import type { Rota, RotaDraft, Shift } from '@qihang/shared/duty/contract';
import { nextMonday } from '@qihang/shared/duty/due';
import { dayAt } from '@qihang/shared/time/shanghai';

/** The rota as it is typed: numbers are text until they are sent. */
export interface ArrangeForm
  extends Omit<RotaDraft, 'board' | 'version' | 'answerHours' | 'stepHours' | 'startsOn'> {
  answerHours: string;
  stepHours: string;
  startsOn: string | null;
}

/** Begins with the arrangement that is to come, else with the one that counts. */
export function formOf(rota: Rota, now: Date): ArrangeForm {
  const today = dayAt(now.getTime());
  const planned = rota.next ?? (rota.startsOn !== null && rota.startsOn > today ? rota : null);
  return {
    answerHours: String(rota.answerHours),
    clock: rota.clock,
    from: rota.from,
    until: rota.until,
    stepHours: String(rota.stepHours),
    teacherId: rota.teacherId,
    adminIds: rota.adminIds,
    startsOn: planned?.startsOn ?? nextMonday(now.getTime()),
    shifts: planned?.shifts ?? rota.shifts,
  };
}

/** What is sent; without a day it counts from today on. */
export const bodyOf = (form: ArrangeForm, { board, version }: Rota, now: Date): RotaDraft => ({
  ...form,
  board,
  version,
  answerHours: Number(form.answerHours),
  stepHours: Number(form.stepHours),
  startsOn: form.startsOn ?? dayAt(now.getTime()),
});

type Category = Shift['category'];

export const shiftAt = (shifts: readonly Shift[], category: Category, weekday: number): Shift | undefined =>
  shifts.find((shift) => shift.category === category && shift.weekday === weekday);

/** Puts a person and a deputy on weekdays of a category; without a person the weekdays are empty. */
export function withShift(
  shifts: readonly Shift[],
  category: Category,
  days: readonly number[],
  { personId, deputyId }: { personId: string | null; deputyId: string | null },
): Shift[] {
  const others = shifts.filter((shift) => shift.category !== category || !days.includes(shift.weekday));
  if (personId === null) return others;
  return [...others, ...days.map((weekday) => ({ category, weekday, personId, deputyId }))];
}
