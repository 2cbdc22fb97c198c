import {
  arrangedAt,
  calendarProblems,
  chooseFrom,
  dayActionsFor,
  dutyEnd,
  emptyWeekdays,
  endingTerms,
  isAvailable,
  onDutyAt,
  type RotaFacts,
  rotaProblems,
  type ShiftRow,
} from '@qihang/server/features/duty/rules';
import type { RotaDraft } from '@qihang/shared/duty/contract';
import { dayMs } from '@qihang/shared/time/shanghai';

const at = (text: string) => Date.parse(`${text}+08:00`);
/** A Friday. */
const friday = at('2026-11-20T10:24');
const long = at('2026-01-01T00:00');

const shift = (
  weekday: number,
  personId: string | null,
  deputyId: string | null = null,
  category: ShiftRow['category'] = null,
): ShiftRow => ({ weekday, personId, deputyId, category });

const week = [
  shift(1, 'wang', 'chen'),
  shift(2, 'zhou', 'wang'),
  shift(3, 'li', 'zhou'),
  shift(4, 'chen', 'li'),
  shift(5, 'li', 'wang'),
  shift(6, 'chen', 'li'),
];

const facts = (more: Partial<RotaFacts> = {}): RotaFacts => ({
  rule: { answerHours: 24, clock: 'hours', from: '08:00', until: '22:00', stepHours: 4 },
  teacherId: 'zhang',
  adminIds: ['shen'],
  rotas: [{ startsOn: '2026-11-02', shifts: week }],
  covers: [],
  absences: [],
  terms: [
    ...['chen', 'li', 'wang', 'zhou'].map((userId) => ({
      userId,
      role: 'lead' as const,
      startsAt: long,
      endsAt: null,
    })),
    { userId: 'zhang', role: 'teacher', startsAt: long, endsAt: null },
    { userId: 'shen', role: 'admin', startsAt: long, endsAt: null },
  ],
  muted: new Map(),
  ...more,
});
const without = (...gone: string[]) => facts().terms.filter(({ userId }) => !gone.includes(userId));
const away = (userId: string, firstDay = '2026-11-20', lastDay = firstDay) => ({ userId, firstDay, lastDay });
const idle = new Map<string, number>();

describe('onDutyAt', () => {
  it.each([
    ['the person of the weekday', facts(), friday, 'li'],
    ['the next day after duty hours', facts(), at('2026-11-20T22:00'), 'chen'],
    ['until the last minute', facts(), at('2026-11-20T21:59'), 'li'],
    ['the same in the small hours', facts(), at('2026-11-20T00:01'), 'li'],
    ['the deputy, when the person is away', facts({ absences: [away('li')] }), friday, 'wang'],
    [
      'the person again after days off',
      facts({ absences: [away('li', '2026-11-10', '2026-11-19')] }),
      friday,
      'li',
    ],
    ['the deputy, when the term ended', facts({ terms: without('li') }), friday, 'wang'],
    ['the deputy, when the person is muted', facts({ muted: new Map([['li', friday + 1]]) }), friday, 'wang'],
    ['the person, when the mute is over', facts({ muted: new Map([['li', friday]]) }), friday, 'li'],
    ['the teacher on a day without a person', facts(), at('2026-11-22T10:00'), 'zhang'],
    [
      'the teacher, when lead and deputy are away',
      facts({ absences: [away('li'), away('wang')] }),
      friday,
      'zhang',
    ],
    [
      'the admin, when the teacher is away, too',
      facts({ absences: [away('li'), away('wang'), away('zhang')] }),
      friday,
      'shen',
    ],
    [
      'any colleague who is there, when the whole chain is away',
      facts({ absences: [away('li'), away('wang'), away('zhang'), away('shen')] }),
      friday,
      'chen',
    ],
    [
      'nobody, when everybody is away',
      facts({ absences: ['li', 'wang', 'zhang', 'shen', 'chen', 'zhou'].map((id) => away(id)) }),
      friday,
      null,
    ],
    ['nobody on a board without anybody', facts({ terms: [] }), friday, null],
    [
      'a person whose account is gone is in no term',
      facts({ rotas: [{ startsOn: '2026-11-02', shifts: [shift(5, null, 'wang')] }] }),
      friday,
      'wang',
    ],
    [
      'the rota of the time, not a later one',
      facts({ rotas: [{ startsOn: '2026-11-23', shifts: week }] }),
      at('2026-11-27T10:00'),
      'li',
    ],
  ] as const)('%s', (_, how, time, expected) => {
    expect(onDutyAt(how, idle, time)).toBe(expected);
  });

  it('takes the new rota from its first day on', () => {
    const later = { startsOn: '2026-11-23', shifts: [shift(5, 'zhou'), shift(1, 'zhou')] };
    const how = facts({ rotas: [...facts().rotas, later] });
    expect(onDutyAt(how, idle, friday)).toBe('li');
    expect(onDutyAt(how, idle, friday + 7 * dayMs)).toBe('zhou');
    expect(onDutyAt(how, idle, at('2026-11-22T21:59'))).toBe('zhang');
    expect(onDutyAt(how, idle, at('2026-11-22T22:00'))).toBe('zhou');
  });

  it('shares questions among the leads where there is no rota, the one with the fewest first', () => {
    const how = facts({ rotas: [] });
    expect(onDutyAt(how, idle, friday)).toBe('chen');
    const load = new Map([
      ['chen', 3],
      ['li', 1],
      ['wang', 1],
      ['zhou', 2],
    ]);
    expect(onDutyAt(how, load, friday)).toBe('li');
    expect(onDutyAt(facts({ rotas: [], absences: [away('li')] }), load, friday)).toBe('wang');
    expect(onDutyAt(facts({ rotas: [], terms: without('chen', 'li', 'wang', 'zhou') }), load, friday)).toBe(
      'zhang',
    );
  });

  it('gives a category with an arrangement of its own to its person, and others to the rota', () => {
    const mood = [1, 2, 3, 4, 5, 6, 7].map((weekday) => shift(weekday, 'zhang', null, 'mood'));
    const how = facts({ rotas: [{ startsOn: '2026-11-02', shifts: [...week, ...mood] }] });
    expect(onDutyAt(how, idle, friday, 'mood')).toBe('zhang');
    expect(onDutyAt(how, idle, friday, 'resume')).toBe('li');
    expect(onDutyAt(how, idle, friday, null)).toBe('li');
  });

  it('a category without a day of its own follows the rota on that day', () => {
    const how = facts({
      rotas: [{ startsOn: '2026-11-02', shifts: [...week, shift(1, 'zhang', null, 'mood')] }],
    });
    expect(onDutyAt(how, idle, friday, 'mood')).toBe('li');
    expect(onDutyAt(how, idle, at('2026-11-23T10:00'), 'mood')).toBe('zhang');
  });
});

describe('covers', () => {
  const cover = (forId: string | null, personId: string, from: string, until: string) => ({
    forId,
    personId,
    startsAt: at(from),
    endsAt: at(until),
  });
  const day = ['2026-11-19T22:00', '2026-11-20T22:00'] as const;

  it('count for their stretch and no longer', () => {
    const how = facts({ covers: [cover('li', 'chen', '2026-11-20T18:00', '2026-11-20T22:00')] });
    expect(onDutyAt(how, idle, friday)).toBe('li');
    expect(onDutyAt(how, idle, at('2026-11-20T18:00'))).toBe('chen');
    expect(onDutyAt(how, idle, friday + 7 * dayMs)).toBe('li');
    expect(dutyEnd(how, friday)).toBe(at('2026-11-20T18:00'));
    expect(dutyEnd(how, at('2026-11-20T18:00'))).toBe(at('2026-11-20T22:00'));
  });

  it('follow one another: who took a day may give it on, and back', () => {
    const chain = [cover('li', 'chen', ...day), cover('chen', 'zhou', ...day)];
    expect(arrangedAt(facts({ covers: chain }), friday, null)).toBe('zhou');
    expect(arrangedAt(facts({ covers: [...chain, cover('zhou', 'li', ...day)] }), friday, null)).toBe('li');
  });

  it('mean the person, not the day: a category with a person of its own keeps it', () => {
    const shifts = [...week, shift(5, 'zhang', null, 'mood')];
    const how = facts({ rotas: [{ startsOn: '2026-11-02', shifts }], covers: [cover('li', 'chen', ...day)] });
    expect(onDutyAt(how, idle, friday, 'mood')).toBe('zhang');
    expect(onDutyAt(how, idle, friday, 'exam')).toBe('chen');
  });

  it('end with the rota they were agreed under', () => {
    const how = facts({
      rotas: [...facts().rotas, { startsOn: '2026-11-20', shifts: [shift(5, 'zhou')] }],
      covers: [cover('li', 'chen', ...day)],
    });
    expect(onDutyAt(how, idle, friday)).toBe('zhou');
  });

  it('fill a day that nobody is arranged for', () => {
    const how = facts({ covers: [cover(null, 'chen', '2026-11-21T22:00', '2026-11-22T22:00')] });
    expect(onDutyAt(how, idle, at('2026-11-22T10:00'))).toBe('chen');
    expect(onDutyAt(how, idle, at('2026-11-29T10:00'))).toBe('zhang');
  });

  it('fall to the deputy where the one who took over is away', () => {
    const how = facts({ covers: [cover('li', 'chen', ...day)], absences: [away('chen')] });
    expect(onDutyAt(how, idle, friday)).toBe('wang');
  });
});

describe('the next step', () => {
  const next = (how: RotaFacts, step: number, passed: string[]) =>
    chooseFrom(how, idle, friday, null, step, passed);

  it.each([
    ['from lead to deputy', facts(), 1, ['li'], { personId: 'wang', step: 1 }],
    ['from deputy to teacher', facts(), 2, ['li', 'wang'], { personId: 'zhang', step: 2 }],
    ['from teacher to admin', facts(), 3, ['li', 'wang', 'zhang'], { personId: 'shen', step: 3 }],
    [
      'past a deputy who is away',
      facts({ absences: [away('wang')] }),
      1,
      ['li'],
      { personId: 'zhang', step: 2 },
    ],
    [
      'past a deputy whose term is over',
      facts({ terms: without('wang') }),
      1,
      ['li'],
      { personId: 'zhang', step: 2 },
    ],
    ['past one who had it', facts(), 1, ['li', 'wang'], { personId: 'zhang', step: 2 }],
    [
      'to the second admin, where the first had it as teacher',
      facts({ teacherId: 'shen', adminIds: ['shen', 'zhang'] }),
      3,
      ['li', 'wang', 'shen'],
      { personId: 'zhang', step: 3 },
    ],
    [
      'to any admin, where no list was made',
      facts({ adminIds: [] }),
      3,
      ['zhang'],
      { personId: 'shen', step: 3 },
    ],
    ['nowhere, when all have had it', facts(), 3, ['shen'], null],
    ['nowhere, when the rest is away', facts({ absences: [away('shen')] }), 3, ['li'], null],
    [
      'to a second lead where there is no rota',
      facts({ rotas: [] }),
      1,
      ['chen'],
      { personId: 'li', step: 1 },
    ],
  ] as const)('%s', (_, how, step, passed, expected) => {
    expect(next(how, step, [...passed])).toEqual(expected);
  });
});

describe('isAvailable', () => {
  it('looks at the term at that instant', () => {
    const terms = [{ userId: 'li', role: 'lead' as const, startsAt: friday, endsAt: friday + dayMs }];
    const how = facts({ terms });
    expect(
      [friday - 1, friday, friday + dayMs - 1, friday + dayMs].map((time) => isAvailable(how, 'li', time)),
    ).toEqual([false, true, true, false]);
  });

  it('counts a day off from the evening before, with the duty', () => {
    const how = facts({ absences: [away('li', '2026-11-20')] });
    expect(isAvailable(how, 'li', at('2026-11-19T21:59'))).toBe(true);
    expect(isAvailable(how, 'li', at('2026-11-19T22:00'))).toBe(false);
    expect(isAvailable(how, 'li', at('2026-11-20T22:00'))).toBe(true);
  });
});

describe('endingTerms', () => {
  const in30 = friday + 30 * dayMs;
  const ends = (userId: string, endsAt: number | null) => ({
    userId,
    role: 'lead' as const,
    startsAt: long,
    endsAt,
  });
  const warned = (terms: RotaFacts['terms']) => endingTerms({ terms }, week, friday, 60 * dayMs);
  const others = ['chen', 'wang', 'zhou'].map((id) => ends(id, null));

  it('names who goes within the rota, and on which days', () => {
    expect(warned([...others, ends('li', in30)])).toEqual([
      { userId: 'li', endsAt: in30, weekdays: [3, 4, 5, 6] },
    ]);
  });
  it('is silent about terms that go on, or end much later', () => {
    expect(warned([...others, ends('li', null)])).toEqual([]);
    expect(warned([...others, ends('li', friday + 61 * dayMs)])).toEqual([]);
    expect(warned([...others, ends('li', in30), ends('li', null)])).toEqual([]);
  });
  it('names who has no term any more', () => {
    expect(warned(others)).toEqual([{ userId: 'li', endsAt: friday, weekdays: [3, 4, 5, 6] }]);
  });
});

describe('rotaProblems', () => {
  const draft = (more: Partial<RotaDraft> = {}): RotaDraft => ({
    board: 'threads',
    version: 0,
    answerHours: 24,
    clock: 'hours',
    from: '08:00',
    until: '22:00',
    stepHours: 4,
    teacherId: 'zhang',
    adminIds: ['shen'],
    startsOn: '2026-11-23',
    shifts: [{ category: null, weekday: 1, personId: 'wang', deputyId: 'chen' }],
    ...more,
  });
  const one = { category: null, weekday: 1, personId: 'wang', deputyId: null };

  it.each([
    ['nothing', draft(), []],
    ['nothing, from today on', draft({ startsOn: '2026-11-20' }), []],
    ['a duty that ends before it begins', draft({ from: '22:00', until: '08:00' }), ['until']],
    ['yesterday', draft({ startsOn: '2026-11-19' }), ['startsOn']],
    ['a lead in the place of the teacher', draft({ teacherId: 'wang' }), ['teacherId']],
    ['a stranger among the admins', draft({ adminIds: ['shen', 'x'] }), ['adminIds.1']],
    ['an admin twice', draft({ adminIds: ['shen', 'shen'] }), ['adminIds.1']],
    ['a stranger', draft({ shifts: [{ ...one, personId: 'x' }] }), ['shifts.0.personId']],
    ['a stranger as deputy', draft({ shifts: [{ ...one, deputyId: 'x' }] }), ['shifts.0.deputyId']],
    ['one person as both', draft({ shifts: [{ ...one, deputyId: 'wang' }] }), ['shifts.0.deputyId']],
    ['a day twice', draft({ shifts: [one, { ...one, personId: 'li' }] }), ['shifts.1.weekday']],
  ] as const)('finds %s', (_, body, expected) => {
    expect(rotaProblems(facts(), body, friday).map(({ path }) => path)).toEqual(expected);
  });
});

describe('calendarProblems', () => {
  it('finds days of another year and days named twice', () => {
    const days = [{ day: '2026-10-01' }, { day: '2027-01-01' }, { day: '2026-10-01' }];
    expect(calendarProblems(2026, days).map(({ path }) => path)).toEqual(['days.1.day', 'days.2.day']);
  });
});

describe('emptyWeekdays', () => {
  it('names weekdays without a person, and none without a rota', () => {
    expect(emptyWeekdays(facts(), '2026-11-20')).toEqual([7]);
    expect(emptyWeekdays(facts({ rotas: [] }), '2026-11-20')).toEqual([]);
  });
});

describe('dayActionsFor', () => {
  const day = (person: string | null, swap: { byId: string; toId: string | null } | null = null) => ({
    at: friday,
    person,
    swap,
  });
  it.each([
    ['a day without a person', 'chen', day(null), ['take']],
    ['my own day', 'li', day('li'), ['swap']],
    ['the day of another', 'chen', day('li'), []],
    ['a swap for anybody', 'chen', day('li', { byId: 'li', toId: null }), ['accept']],
    ['a swap for me', 'chen', day('li', { byId: 'li', toId: 'chen' }), ['accept', 'decline']],
    ['a swap for another', 'chen', day('li', { byId: 'li', toId: 'wang' }), []],
    ['my own swap', 'li', day('li', { byId: 'li', toId: null }), ['withdraw']],
    ['a person without an office', 'nobody', day(null), []],
  ] as const)('%s', (_, actor, what, expected) => {
    expect(dayActionsFor(facts(), actor, what)).toEqual(expected);
  });
});
