import { dayMs, startOfDay, wallClockAt } from '../time/shanghai';
import type { JobSummary } from './contract';

/** Hotter as time runs out. */
export type DeadlineState = 'far' | 'week' | 'soon' | 'today' | 'open' | 'recheck' | 'closed';

export interface DeadlinePill {
  state: DeadlineState;
  /** One or two parts: `剩 2 天`, `11/22`. */
  words: string[];
}

type Timed = Pick<JobSummary, 'state' | 'deadline' | 'deadlineAt' | 'recheckOn'>;

const hour = 3_600_000;

/**
 * Whether applying is over at `now`. What the server said of the state may be old: kept from the last time, or on a page that
 * was left open past the deadline.
 */
export const isOver = ({ state, deadlineAt }: Pick<JobSummary, 'state' | 'deadlineAt'>, now: Date): boolean =>
  state === 'closed' || (deadlineAt !== null && Date.parse(deadlineAt) <= now.getTime());

const startOf = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00+08:00`);

const slashOf = (instant: number) => {
  const { month, day } = wallClockAt(instant);
  return `${month}/${day}`;
};

function dateOf(instant: number, now: Date) {
  const { year, month, day } = wallClockAt(instant);
  return `${year === wallClockAt(now.getTime()).year ? '' : `${year}年`}${month}月${day}日`;
}

/** Colour, dial and words of a job's deadline. `short` leaves the date away where it stands next to the pill. */
export function pillOf(job: Timed, now: Date, short = false): DeadlinePill {
  const { state, deadline, deadlineAt, recheckOn } = job;
  const day = deadline === null ? null : startOf(deadline);
  if (isOver(job, now))
    return {
      state: 'closed',
      words: [day !== null && !short ? `${dateOf(day, now)}已截止` : '已截止'],
    };
  if (state === 'unverified') return { state: 'recheck', words: ['待核实'] };
  if (day === null || deadline === null || deadlineAt === null) {
    const recheck = recheckOn === null || short ? [] : [`${slashOf(startOf(recheckOn))} 复核`];
    return { state: 'open', words: ['长期招', ...recheck] };
  }
  const days = (startOfDay(day) - startOfDay(now.getTime())) / dayMs;
  if (days <= 0) return { state: 'today', words: [`今天 ${deadline.slice(11) || '24:00'} 截止`] };
  const hours = (Date.parse(deadlineAt) - now.getTime()) / hour;
  if (hours > 7 * 24) return { state: 'far', words: [`${dateOf(day, now)}截止`] };
  const words = [days === 1 ? '明天截止' : `剩 ${days} 天`, ...(short ? [] : [slashOf(day)])];
  return { state: hours < 72 ? 'soon' : 'week', words };
}
