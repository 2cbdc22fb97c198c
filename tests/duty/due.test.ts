import { knownHolidays } from '@qihang/server/features/duty/holidays';
import {
  answerDue,
  type Calendar,
  type ClockRule,
  calendarYears,
  dutyDayAt,
  dutyStretch,
  isWorkingDay,
  nextMonday,
  stepDue,
} from '@qihang/shared/duty/due';
import { wallClockAt } from '@qihang/shared/time/shanghai';

const at = (text: string) => Date.parse(`${text}+08:00`);
const words = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

const known = new Map(
  Object.values(knownHolidays)
    .flat()
    .map(({ day, works, name }) => [day, { works, name }]),
);
const noHolidays: Calendar = new Map();
const rule: ClockRule = { answerHours: 24, clock: 'hours', from: '08:00', until: '22:00', stepHours: 4 };
const working: ClockRule = { ...rule, clock: 'working-days' };

describe('isWorkingDay', () => {
  it.each([
    ['a Friday', '2026-11-20', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['National Day', '2026-10-01', false],
    ['a Wednesday within the holidays', '2026-10-07', false],
    ['the Saturday that makes up for it', '2026-10-10', true],
    ['the Sunday before', '2026-09-20', true],
    ["New Year's Eve of the lunar year", '2026-02-16', false],
    ['New Year of the next year', '2027-01-01', false],
  ])('%s', (_, day, expected) => {
    expect(isWorkingDay(known, day)).toBe(expected);
  });

  it('works the week where a calendar names no day', () => {
    expect(isWorkingDay(noHolidays, '2026-10-01')).toBe(true);
  });
});

describe('the holidays the program knows', () => {
  it.each(Object.entries(knownHolidays))('%s: each day once, of its year, in order', (year, days) => {
    const names = days.map(({ day }) => day);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names.filter((day) => !day.startsWith(year))).toEqual([]);
  });

  it('make up only days that the week leaves free', () => {
    const made = Object.values(knownHolidays)
      .flat()
      .filter(({ works }) => works);
    const weekdays = made.map(({ day }) => wallClockAt(at(`${day}T00:00`)).weekday);
    expect(weekdays.filter((weekday) => weekday !== 0 && weekday !== 6)).toEqual([]);
    expect(made.length).toBe(6);
  });
});

describe('answerDue', () => {
  it.each([
    ['a day later to the minute', rule, '2026-11-19T18:00', '2026-11-20T18:00'],
    ['over the end of a month', rule, '2026-11-30T23:59', '2026-12-01T23:59'],
    ['over the end of a year', rule, '2026-12-31T12:00', '2027-01-01T12:00'],
    ['on a weekend as on other days', rule, '2026-11-21T10:00', '2026-11-22T10:00'],
    ['within holidays as on other days', rule, '2026-10-02T10:00', '2026-10-03T10:00'],
    ['over the night on which others turn their clocks', rule, '2026-03-28T12:00', '2026-03-29T12:00'],
    ['and in autumn', rule, '2026-10-31T12:00', '2026-11-01T12:00'],
    ['three hours', { ...rule, answerHours: 3 }, '2026-11-20T23:30', '2026-11-21T02:30'],
    ['working days: on an ordinary Tuesday', working, '2026-11-17T09:00', '2026-11-18T09:00'],
    ['working days: Friday afternoon to Monday', working, '2026-11-20T17:00', '2026-11-23T17:00'],
    ['working days: asked on Saturday, all of Monday', working, '2026-11-21T10:00', '2026-11-24T00:00'],
    ['working days: asked on Sunday at the last minute', working, '2026-11-22T23:59', '2026-11-24T00:00'],
    ['working days: at midnight of Monday', working, '2026-11-23T00:00', '2026-11-24T00:00'],
    ['working days: before National Day', working, '2026-09-30T18:00', '2026-10-08T18:00'],
    ['working days: the make-up Saturday counts', working, '2026-10-09T18:00', '2026-10-10T18:00'],
    ['working days: from the make-up Saturday over Sunday', working, '2026-10-10T18:00', '2026-10-12T18:00'],
    ['working days: over New Year into the next calendar', working, '2026-12-31T12:00', '2027-01-04T12:00'],
    ['working days: over the long Spring Festival', working, '2026-02-14T10:00', '2026-02-24T10:00'],
    ['working days: two of them', { ...working, answerHours: 48 }, '2026-11-19T09:00', '2026-11-23T09:00'],
  ] as const)('%s', (_, how, asked, expected) => {
    expect(words(answerDue(at(asked), how, known))).toBe(expected);
  });

  it('counts the hours of the clock where a calendar leaves no working day', () => {
    const closed: Calendar = { get: () => ({ works: false, name: '停课' }) } as unknown as Calendar;
    expect(words(answerDue(at('2026-11-20T10:00'), working, closed))).toBe('2026-11-21T10:00');
  });

  it('never ends before it begins, and always so many counted hours later', () => {
    for (let hour = 0; hour < 24 * 400; hour += 7) {
      const asked = at('2026-01-01T00:30') + hour * 3_600_000;
      const due = answerDue(asked, working, known);
      let counted = 0;
      for (let time = asked; time < due; time += 1_800_000)
        if (isWorkingDay(known, words(time).slice(0, 10))) counted += 0.5;
      expect(counted).toBe(24);
    }
  });
});

describe('stepDue', () => {
  it.each([
    ['within duty hours', rule, '2026-11-20T10:00', '2026-11-20T14:00'],
    ['begins in the morning for what comes at night', rule, '2026-11-20T03:00', '2026-11-20T12:00'],
    ['goes on the next morning', rule, '2026-11-20T20:00', '2026-11-21T10:00'],
    ['at the minute the duty ends', rule, '2026-11-20T22:00', '2026-11-21T12:00'],
    ['ends with the duty', rule, '2026-11-20T18:00', '2026-11-20T22:00'],
    ['working days: from Friday night to Monday', working, '2026-11-20T20:00', '2026-11-23T10:00'],
    ['working days: waits for the holidays to end', working, '2026-10-01T09:00', '2026-10-08T12:00'],
    ['longer than a day of duty', { ...rule, stepHours: 20 }, '2026-11-20T08:00', '2026-11-21T14:00'],
  ] as const)('%s', (_, how, start, expected) => {
    expect(words(stepDue(at(start), how, known))).toBe(expected);
  });
});

describe('the day of duty', () => {
  it.each([
    ['in the morning, before duty begins', '2026-11-20T00:00', '2026-11-20'],
    ['during the day', '2026-11-20T10:24', '2026-11-20'],
    ['a millisecond before its end', '2026-11-20T21:59:59.999', '2026-11-20'],
    ['at its end', '2026-11-20T22:00', '2026-11-21'],
    ['late at night', '2026-11-20T23:59', '2026-11-21'],
    ['on the last night of the year', '2026-12-31T22:00', '2027-01-01'],
  ])('%s', (_, time, day) => {
    expect(dutyDayAt(at(time), rule)).toBe(day);
  });

  it('every instant is in the stretch of its day', () => {
    for (let minute = 0; minute < 3 * 24 * 60; minute += 13) {
      const time = at('2026-12-30T00:00') + minute * 60_000;
      const { from, until } = dutyStretch(dutyDayAt(time, rule), rule);
      expect(from <= time && time < until).toBe(true);
    }
  });

  it.each([
    ['2026-11-20T10:00', '2026-11-23'],
    ['2026-11-22T23:59', '2026-11-23'],
    ['2026-11-23T00:00', '2026-11-30'],
  ])('the Monday after %s is %s', (time, day) => {
    expect(nextMonday(at(time))).toBe(day);
  });

  it('needs the calendars of two years', () => {
    expect(calendarYears(at('2026-12-31T23:59'))).toEqual([2026, 2027]);
  });
});
