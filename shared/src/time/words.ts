import { wallClockAt } from './shanghai';

/**
 * When something ends, in words that stay true whenever they are read: `2026年11月20日 10:24`. Midnight belongs to the day
 * it closes: `2026年11月19日 24:00`.
 */
export function endWords(instant: number): string {
  const { hour, minute } = wallClockAt(instant);
  const midnight = hour === 0 && minute === 0;
  const { year, month, day } = wallClockAt(midnight ? instant - 1 : instant);
  const time = midnight ? '24:00' : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return `${year}年${month}月${day}日 ${time}`;
}
