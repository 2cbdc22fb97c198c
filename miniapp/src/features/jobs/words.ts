import type { JobSummary } from '@qihang/shared/jobs/contract';
import { jobKindNames, jobOriginNames } from '@qihang/shared/jobs/vocabulary';
import { wallClockAt } from '@qihang/shared/time/shanghai';
import { dateWords, daysFrom, slashWords, startOfDay, weekdayWords } from '@/ui/date-words';

/** `14薪`; empty for the usual twelve. */
export const monthsWords = ({ salary }: Pick<JobSummary, 'salary'>) =>
  salary?.months && salary.months !== 12 ? `${salary.months}薪` : '';

export const headcountWords = (headcount: number | null) =>
  headcount === null ? null : `招 ${headcount} 人`;

/** A tag only where it changes the decision. */
export function decisiveTag({
  kind,
  title,
  source,
}: JobSummary): { text: string; tone: 'brand' | 'red' } | null {
  if (kind === 'referral')
    return { text: source.origin === 'alumni' ? '校友内推' : jobKindNames.referral, tone: 'brand' };
  return kind === 'civil-service' && title.includes('选调') ? { text: '选调', tone: 'red' } : null;
}

/** Who it comes from: `汽车学院`, else `转载`. */
export const sourceWords = ({ source }: Pick<JobSummary, 'source'>) =>
  source.name ?? jobOriginNames[source.origin];

/** `今早核实`, `昨天核实`, `11/17 核实`; `11/2 发布` while nobody has confirmed it. */
export function freshWords({ verifiedAt, publishedAt }: JobSummary, now: Date): string {
  if (verifiedAt === null) return `${slashWords(new Date(publishedAt))} 发布`;
  const at = new Date(verifiedAt);
  const days = daysFrom(now, at);
  if (days === 0) return wallClockAt(at.getTime()).hour < 12 ? '今早核实' : '今天核实';
  return days === -1 ? '昨天核实' : `${slashWords(at)} 核实`;
}

/** `18:00`, or `24:00` for a deadline that is a whole day. */
const deadlineClock = (deadline: string) => deadline.slice(11) || '24:00';

/** `11月22日 周日 24:00` */
export function deadlineWords(deadline: string, now: Date): string {
  const day = startOfDay(deadline.slice(0, 10));
  return `${dateWords(day, now)} ${weekdayWords(day)} ${deadlineClock(deadline)}`;
}

/** How much of the time from publication to the deadline has passed, 0 to 1. */
export function passedPart(publishedAt: string, deadlineAt: string, now: Date): number {
  const from = Date.parse(publishedAt);
  const length = Date.parse(deadlineAt) - from;
  return length <= 0 ? 1 : Math.min(Math.max((now.getTime() - from) / length, 0), 1);
}
