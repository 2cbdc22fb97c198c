import type { Clock } from '@qihang/server/ports/clock';

/** Friday 2026-11-20, 10:24 in Shanghai. */
export const testNow = new Date('2026-11-20T02:24:00.000Z');

export interface TestClock extends Clock {
  set(now: Date | string): void;
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is moved. */
export function testClock(start: Date = testNow): TestClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    set: (to) => {
      now = new Date(to).getTime();
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
