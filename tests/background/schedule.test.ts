import { firstRun, nextRun, type Schedule, scheduleWords } from '@qihang/server/background/schedule';

const at = (text: string) => new Date(`${text}+08:00`);

// 2026-11-20 is a Friday.
describe('the next run', () => {
  it.each<[Schedule, string, string]>([
    [{ everyMinutes: 5 }, '2026-11-20T10:24:30', '2026-11-20T10:29:30'],
    [{ everyMinutes: 60 }, '2026-12-31T23:30', '2027-01-01T00:30'],
    [{ onTheMinute: true }, '2026-11-20T10:24:30.001', '2026-11-20T10:25'],
    [{ onTheMinute: true }, '2026-12-31T23:59', '2027-01-01T00:00'],
    [{ dailyAt: '03:30' }, '2026-11-20T03:29:59.999', '2026-11-20T03:30'],
    [{ dailyAt: '03:30' }, '2026-11-20T03:30', '2026-11-21T03:30'],
    [{ dailyAt: '00:00' }, '2026-11-20T23:59', '2026-11-21T00:00'],
    [{ dailyAt: '23:59' }, '2026-12-31T23:59:01', '2027-01-01T23:59'],
    // Early morning in Shanghai is still the day before in UTC.
    [{ dailyAt: '07:00' }, '2026-11-20T06:00', '2026-11-20T07:00'],
    [{ weeklyOn: 5, at: '08:00' }, '2026-11-20T07:59', '2026-11-20T08:00'],
    [{ weeklyOn: 5, at: '08:00' }, '2026-11-20T08:00', '2026-11-27T08:00'],
    [{ weeklyOn: 1, at: '08:00' }, '2026-11-20T10:24', '2026-11-23T08:00'],
    [{ weeklyOn: 7, at: '20:00' }, '2026-11-20T10:24', '2026-11-22T20:00'],
    [{ weeklyOn: 7, at: '20:00' }, '2026-11-22T21:00', '2026-11-29T20:00'],
    [{ weeklyOn: 1, at: '00:30' }, '2026-11-22T23:00', '2026-11-23T00:30'],
    [{ weeklyOn: 4, at: '09:00' }, '2024-02-23T10:00', '2024-02-29T09:00'],
  ])('of %j after %s is %s', (schedule, after, next) => {
    expect(nextRun(schedule, at(after))).toEqual(at(next));
  });

  it('is always later, and nothing lies between it and the one before', () => {
    const schedules: Schedule[] = [
      { everyMinutes: 7 },
      { onTheMinute: true },
      { dailyAt: '03:30' },
      { weeklyOn: 3, at: '12:00' },
    ];
    for (const schedule of schedules) {
      let run = nextRun(schedule, at('2026-11-20T10:24'));
      for (let i = 0; i < 60; i++) {
        const next = nextRun(schedule, run);
        expect(next.getTime()).toBeGreaterThan(run.getTime());
        if (!('everyMinutes' in schedule))
          expect(nextRun(schedule, new Date(next.getTime() - 1))).toEqual(next);
        run = next;
      }
    }
  });

  it.each<Schedule>([
    { dailyAt: '24:00' },
    { dailyAt: '3:30' },
    { weeklyOn: 1, at: '08:60' },
    { everyMinutes: 0 },
    { everyMinutes: 1.5 },
  ])('of %j is an error', (schedule) => {
    expect(() => nextRun(schedule, at('2026-11-20T10:24'))).toThrow(/^Not a/);
  });
});

describe('the first run', () => {
  it.each<[Schedule, string]>([
    [{ everyMinutes: 60 }, '2026-11-20T10:24'],
    [{ dailyAt: '03:30' }, '2026-11-21T03:30'],
    [{ weeklyOn: 5, at: '12:00' }, '2026-11-20T12:00'],
  ])('of %j, new on Friday at 10:24, is %s', (schedule, first) => {
    expect(firstRun(schedule, at('2026-11-20T10:24'))).toEqual(at(first));
  });
});

it.each<[Schedule, string]>([
  [{ everyMinutes: 5 }, '每 5 分钟'],
  [{ everyMinutes: 60 }, '每小时'],
  [{ everyMinutes: 120 }, '每 2 小时'],
  [{ dailyAt: '03:30' }, '每天 03:30'],
  [{ weeklyOn: 7, at: '20:00' }, '每周日 20:00'],
])('%j is said %s', (schedule, words) => {
  expect(scheduleWords(schedule)).toBe(words);
});
