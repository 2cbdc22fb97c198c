import type { Salary } from './field-schemas';
import type { SalaryUnit } from './vocabulary';

/** Paid days a month that the labour law reckons with: (365 − 104) / 12. */
const workDays = 21.75;
const hoursADay = 8;

const monthsOf: Record<SalaryUnit, number> = {
  month: 1,
  day: workDays,
  hour: workDays * hoursADay,
  year: 1 / 12,
};

/**
 * The most that a job may pay in whole yuan a month, so that pay by day, hour and year can be compared: its upper bound,
 * or the lower where it names no upper one. Extra pays (14薪) do not count. Null when no sum is named.
 */
export function monthlyPay(salary: Salary | null): number | null {
  const sum = salary?.max ?? salary?.min ?? null;
  return salary === null || sum === null ? null : Math.round(sum * monthsOf[salary.unit]);
}
