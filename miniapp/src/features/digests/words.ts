import type { DigestPiece } from '@qihang/shared/digests/contract';
import { pillOf } from '@qihang/shared/jobs/pill';
import { daysFrom, slashWords } from '@/ui/date-words';

/** `job h8kq…`: names a piece among jobs and articles. */
export const keyOf = ({ type, id }: Pick<DigestPiece, 'type' | 'id'>) => `${type} ${id}`;

/** The deadline of a job; null for an article, which has none. */
export const pillOfPiece = ({ state, deadline, deadlineAt }: DigestPiece, now: Date) =>
  state === null ? null : pillOf({ state, deadline, deadlineAt, recheckOn: null }, now, true);

/** `昨天发过这个群` */
export function sentWords(sentAt: string, now: Date): string {
  const at = new Date(sentAt);
  const day = { 0: '今天', [-1]: '昨天' }[daysFrom(now, at)] ?? slashWords(at);
  return `${day}发过这个群`;
}

/** What is ticked at first: jobs that are new to the group and surely open, as many as two messages hold; articles where there are none. */
export function firstTicks(items: readonly (DigestPiece & { sentAt: string | null })[]): string[] {
  const fresh = items.filter(({ sentAt, state }) => sentAt === null && state !== 'unverified');
  const jobs = fresh.filter(({ type }) => type === 'job');
  return (jobs.length > 0 ? jobs : fresh).slice(0, 8).map(keyOf);
}
