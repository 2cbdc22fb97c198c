import { dayAt, wallClockAt } from '@qihang/shared/time/shanghai';

const pad = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-20 10:24` in Shanghai. */
export function momentWords(at: Date): string {
  const { hour, minute } = wallClockAt(at.getTime());
  return `${dayAt(at.getTime())} ${pad(hour)}:${pad(minute)}`;
}
