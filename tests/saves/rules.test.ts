import { type CalendarEvent, calendarFile, eventOf, folded } from '@qihang/server/features/saves/ics';
import { calendarDays, instantsOf } from '@qihang/server/features/saves/rules';
import type { CalendarEntry } from '@qihang/shared/saves/contract';

const now = new Date('2026-11-20T10:24:00+08:00');

describe('calendarDays', () => {
  it.each([
    ['nothing asked', {}, { from: '2026-11-20', to: '2027-02-18' }],
    ['a first day', { from: '2026-12-01' }, { from: '2026-12-01', to: '2027-03-01' }],
    ['both', { from: '2026-12-01', to: '2026-12-31' }, { from: '2026-12-01', to: '2026-12-31' }],
    ['one day', { from: '2026-12-01', to: '2026-12-01' }, { from: '2026-12-01', to: '2026-12-01' }],
    ['the wrong way round', { from: '2026-12-02', to: '2026-12-01' }, null],
    ['a last day before today', { to: '2026-11-19' }, null],
    ['370 days', { from: '2026-01-01', to: '2027-01-06' }, { from: '2026-01-01', to: '2027-01-06' }],
    ['more than that', { from: '2026-01-01', to: '2027-01-07' }, null],
  ])('%s', (_, asked, days) => expect(calendarDays(asked, now)).toEqual(days));
});

it('instantsOf: a day begins and ends at midnight in Shanghai', () => {
  expect(instantsOf({ from: '2026-12-01', to: '2026-12-02' })).toEqual({
    after: new Date('2026-11-30T16:00:00Z'),
    until: new Date('2026-12-02T16:00:00Z'),
  });
});

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  kind: 'deadline',
  day: '2026-12-06',
  time: null,
  at: '2026-12-06T16:00:00.000Z',
  progress: 'saved',
  job: { id: 'job1', title: '整车热管理工程师', company: '岚山新能源科技' },
  ...change,
});

describe('eventOf', () => {
  it('ends when the day does, and still lies on that day', () => {
    const event = eventOf(entry(), now);
    expect([event.startsAt.toISOString(), event.endsAt.toISOString()]).toEqual([
      '2026-12-06T15:30:00.000Z',
      '2026-12-06T16:00:00.000Z',
    ]);
    expect(event.summary).toBe('投递截止：整车热管理工程师');
    expect(event.description).toBe('岚山新能源科技\n投递截止：2026-12-06 当天结束前');
  });

  it('names the minute where there is one, and keeps the two kinds apart', () => {
    const timed = eventOf(entry({ time: '18:00', at: '2026-12-06T10:00:00.000Z' }), now);
    const recheck = eventOf(entry({ kind: 'recheck' }), now);
    expect(timed.description).toContain('2026-12-06 18:00 前');
    expect(recheck.summary).toBe('核实是否在招：整车热管理工程师');
    expect(recheck.uid).not.toBe(timed.uid);
  });
});

describe('folded', () => {
  it.each([
    ['a short line', 'SUMMARY:a', 1],
    ['75 octets', 'x'.repeat(75), 1],
    ['76 octets', 'x'.repeat(76), 2],
    ['150 octets: the blank of the second line counts', 'x'.repeat(150), 3],
    ['Chinese, three octets each', `SUMMARY:${'岗'.repeat(60)}`, 3],
    ['signs of four octets', '🚗'.repeat(40), 3],
  ])('%s', (_, line, count) => {
    const lines = folded(line).split('\r\n');
    expect(lines).toHaveLength(count);
    for (const one of lines) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
    expect(lines.slice(1).every((one) => one.startsWith(' '))).toBe(true);
    expect(lines.map((one, i) => (i === 0 ? one : one.slice(1))).join('')).toBe(line);
  });
});

describe('calendarFile', () => {
  const event: CalendarEvent = {
    uid: 'deadline-1@qihang',
    startsAt: new Date('2026-12-06T15:30:00Z'),
    endsAt: new Date('2026-12-06T16:00:00Z'),
    changedAt: now,
    summary: 'C++; Java, \\LaTeX',
    description: '第一行\r\n第二行\nEND:VEVENT',
  };
  const file = calendarFile('启航', [event]);

  it('is a calendar of RFC 5545 with one event and an alarm a day before', () => {
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Qihang//Calendar//ZH',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:启航',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'BEGIN:VEVENT',
      'UID:deadline-1@qihang',
      'DTSTAMP:20261120T022400Z',
      'DTSTART:20261206T153000Z',
      'DTEND:20261206T160000Z',
      'SUMMARY:C++\\; Java\\, \\\\LaTeX',
      'DESCRIPTION:第一行\\n第二行\\nEND:VEVENT',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:C++\\; Java\\, \\\\LaTeX',
      'TRIGGER;RELATED=END:-P1D',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has no line feed that stands alone', () => {
    expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });
});
