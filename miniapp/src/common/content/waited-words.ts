import { leftWords } from '@/ui/date-words';

/** How long something has waited: `已等 52 分钟`; less than a minute is none. */
export const waitedWords = (since: string, now: Date): string => {
  const at = new Date(since);
  return now.getTime() - at.getTime() < 60_000 ? '刚送来' : `已等 ${leftWords(at, now)}`;
};
