import { goesOn } from '@qihang/server/features/reminders/rules';
import { hoursBefore, stepDue } from '@qihang/shared/duty/due';
import { closingWhenLastIn, lastReminderAt, morningsIn, remindersOf } from '@qihang/shared/reminders/times';
import { deadlineInstant } from '@qihang/shared/time/shanghai';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const words = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

describe('the reminders of a deadline', () => {
  it.each([
    ['2026-12-06', '2026-12-04T00:00', '2026-12-06T09:00'],
    ['2026-12-06T18:00', '2026-12-03T18:00', '2026-12-06T09:00'],
    ['2026-12-06T10:00', '2026-12-03T10:00', '2026-12-06T09:00'],
    ['2026-12-06T09:59', '2026-12-03T09:59', '2026-12-05T21:30'],
    ['2026-12-06T08:00', '2026-12-03T08:00', '2026-12-05T21:30'],
    ['2026-12-06T00:01', '2026-12-03T00:01', '2026-12-05T21:30'],
    // Midnight is the end of the day before.
    ['2026-12-06T00:00', '2026-12-03T00:00', '2026-12-05T09:00'],
    ['2027-01-01T07:30', '2026-12-29T07:30', '2026-12-31T21:30'],
  ])('%s: %s and %s', (deadline, soon, last) => {
    expect(remindersOf(deadlineInstant(deadline)).map(words)).toEqual([soon, last]);
  });

  it('are found by stretch of time, each in exactly one', () => {
    const deadlines: number[] = [];
    for (let d = at('2026-12-04T00:00'); d <= at('2026-12-09T00:00'); d += 60_000) deadlines.push(d);
    const found: number[] = [];
    for (let from = at('2026-12-03T00:00'); from < at('2026-12-10T00:00'); from += 3_420_000)
      for (const { after, until } of closingWhenLastIn({ after: from, until: from + 3_420_000 }))
        for (const d of deadlines) {
          if (d <= after || d > until) continue;
          found.push(d);
          expect(lastReminderAt(d)).toBeGreaterThan(from);
          expect(lastReminderAt(d)).toBeLessThanOrEqual(from + 3_420_000);
        }
    expect(found.sort((a, b) => a - b)).toEqual(deadlines);
  });

  it('need no look at the database but at 9:00 and 21:30', () => {
    expect(closingWhenLastIn({ after: at('2026-12-06T09:00'), until: at('2026-12-06T21:29') })).toEqual([]);
    expect(closingWhenLastIn({ after: at('2026-12-06T08:50'), until: at('2026-12-06T09:00') })).toHaveLength(
      1,
    );
    expect(morningsIn({ after: at('2026-12-06T09:00'), until: at('2026-12-09T09:00') })).toEqual([
      '2026-12-07',
      '2026-12-08',
      '2026-12-09',
    ]);
  });
});

describe('hours before a question is due', () => {
  const rule = { clock: 'working-days', from: '08:00', until: '22:00' } as const;
  it.each([
    ['2026-11-20T16:00', '2026-11-20T14:00'],
    ['2026-11-23T09:00', '2026-11-20T21:00'],
    ['2026-11-23T08:00', '2026-11-20T20:00'],
    ['2026-11-22T12:00', '2026-11-20T20:00'],
  ])('two of them before %s is %s', (end, before) => {
    expect(words(hoursBefore(at(end), 2, rule, new Map()))).toBe(before);
  });

  it('are the hours of a step, counted back, over holidays as well', () => {
    const calendar = new Map([['2026-11-23', { works: false, name: '校庆' }]]);
    const whole = { ...rule, answerHours: 24, stepHours: 2 };
    for (let start = at('2026-11-20T08:00'); start < at('2026-11-20T22:00'); start += 600_000)
      expect(hoursBefore(stepDue(start, whole, calendar), 2, rule, calendar)).toBe(start);
  });
});

it('knows whether somebody goes on in office', () => {
  const term = {
    id: 'a',
    userId: 'u',
    role: 'lead',
    boards: ['jobs'],
    startsAt: new Date(at('2026-01-01T00:00')),
    endsAt: new Date(at('2026-12-31T00:00')),
  };
  const next = { ...term, id: 'b', startsAt: term.endsAt, endsAt: null };
  expect(goesOn(term, [term, next])).toBe(true);
  expect(goesOn(term, [term, { ...next, boards: null }])).toBe(true);
  expect(goesOn(term, [term, { ...next, boards: ['threads'] }])).toBe(false);
  expect(goesOn(term, [term, { ...next, userId: 'v' }])).toBe(false);
  expect(goesOn(term, [term])).toBe(false);
});
