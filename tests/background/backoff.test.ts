import { backoff } from '@qihang/server/background/backoff';

const minute = 60_000;

describe('the pause after a failure', () => {
  it('doubles up to six hours, less up to a half', () => {
    for (let attempts = 1; attempts <= 20; attempts++) {
      const whole = Math.min(minute * 2 ** (attempts - 1), 360 * minute);
      const pause = backoff(attempts, 'message', minute);
      expect(pause).toBeLessThanOrEqual(whole);
      expect(pause).toBeGreaterThan(whole / 2);
    }
  });

  it('is the same for the same message and differs between messages', () => {
    const pauses = Array.from({ length: 100 }, (_, i) => backoff(4, `message-${i}`, minute));
    expect(Array.from({ length: 100 }, (_, i) => backoff(4, `message-${i}`, minute))).toEqual(pauses);
    expect(new Set(pauses).size).toBeGreaterThan(95);
    // Spread over the whole half, not bunched together.
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(3 * minute);
  });
});
