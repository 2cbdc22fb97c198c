import { addDays, dayAt } from '@qihang/shared/time/shanghai';

/** The deadline a week on, at the same hour; counted from today where it has passed. */
export function weekLater(deadline: string, now: Date): string {
  const [day = '', time] = deadline.split('T');
  const [, from = ''] = [day, dayAt(now.getTime())].sort();
  const later = addDays(from, 7);
  return time === undefined ? later : `${later}T${time}`;
}
