import {
  grantState,
  isSameOffice,
  keepsAnAdmin,
  lastDayOf,
  mayHold,
  orphanedSince,
  type Term,
  termProblems,
  termTimes,
} from '@qihang/server/features/people/rules';

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`);
const now = at('2026-11-20T10:24');

const term = (part: Partial<Term> = {}): Term => ({
  role: 'lead',
  boards: null,
  startsAt: at('2026-09-01T00:00'),
  endsAt: null,
  ...part,
});
const until = (shanghai: string) => ({ endsAt: at(shanghai) });
const from = (shanghai: string) => ({ startsAt: at(shanghai) });

describe('grantState', () => {
  it.each([
    ['without an end', term(), 'current'],
    ['to the minute of its end', term(until('2026-11-20T10:24')), 'ended'],
    ['a minute before its end', term(until('2026-11-20T10:25')), 'current'],
    ['from the very minute', term(from('2026-11-20T10:24')), 'current'],
    ['from tomorrow', term(from('2026-11-21T00:00')), 'upcoming'],
    [
      'taken back before it began',
      term({ ...from('2026-12-01T00:00'), ...until('2026-11-19T10:00') }),
      'withdrawn',
    ],
  ] as const)('%s', (_, one, state) => {
    expect(grantState(one, now)).toBe(state);
  });
});

describe('termTimes', () => {
  it('begins now, or with the day, and ends with its last day', () => {
    expect(termTimes({ startsOn: null, endsOn: '2027-06-30' }, now)).toEqual({
      startsAt: now,
      endsAt: at('2027-07-01T00:00'),
    });
    expect(termTimes({ startsOn: '2026-11-20', endsOn: null }, now)).toEqual({ startsAt: now, endsAt: null });
    expect(termTimes({ startsOn: '2026-12-01', endsOn: null }, now).startsAt).toEqual(at('2026-12-01T00:00'));
  });
  it('names its last day, not the one after', () => {
    expect([lastDayOf(until('2027-07-01T00:00')), lastDayOf({ endsAt: null })]).toEqual(['2027-06-30', null]);
  });
});

describe('termProblems', () => {
  const boards = ['jobs', 'guidance'];
  it.each<[string, Term, string[]]>([
    ['a good one', term({ startsAt: now, ...until('2027-07-01T00:00'), boards: ['jobs'] }), []],
    ['one that began yesterday', term(from('2026-11-19T10:00')), ['startsOn']],
    ['one that is over', term({ startsAt: now, ...until('2026-11-20T10:00') }), ['endsOn']],
    [
      'one that ends before it begins',
      term({ ...from('2027-01-01T00:00'), ...until('2026-12-01T00:00') }),
      ['endsOn'],
    ],
    ['an unknown board', term({ startsAt: now, boards: ['jobs', 'nowhere'] }), ['boards']],
    ['a teacher of one board', term({ startsAt: now, role: 'teacher', boards: ['jobs'] }), ['boards']],
  ])('%s', (_, one, paths) => {
    expect(termProblems(one, boards, now).map(({ path }) => path)).toEqual(paths);
  });
});

it.each([
  ['the same', term(), term(), true],
  ['another role', term(), term({ role: 'teacher' }), false],
  ['other boards', term({ boards: ['jobs'] }), term({ boards: ['guidance'] }), false],
  [
    'the same boards in another order',
    term({ boards: ['a', 'b'] }),
    term({ boards: ['b', 'a'], ...from('2026-10-01T00:00') }),
    true,
  ],
  ['one after the other', term(until('2027-01-01T00:00')), term(from('2027-01-01T00:00')), false],
  ['a minute of both', term(until('2027-01-01T00:01')), term(from('2027-01-01T00:00')), true],
])('isSameOffice: %s', (_, a, b, same) => {
  expect([isSameOffice(a, b), isSameOffice(b, a)]).toEqual([same, same]);
});

describe('keepsAnAdmin', () => {
  const admin = (part: Partial<Term> = {}) => term({ role: 'admin', ...part });
  it.each([
    ['nobody', [], false],
    ['one without an end', [admin()], true],
    ['one whose term ends', [admin(until('2036-01-01T00:00'))], false],
    ['one from tomorrow on', [admin(from('2026-11-21T00:00'))], false],
    ['one that ended', [admin(until('2026-11-20T10:24'))], false],
    ['a teacher', [term({ role: 'teacher' })], false],
    ['one of two without an end', [admin(until('2026-12-01T00:00')), admin()], true],
  ])('%s', (_, grants, kept) => {
    expect(keepsAnAdmin(grants, now)).toBe(kept);
  });
});

describe('mayHold', () => {
  it.each<[string, Term[], boolean]>([
    ['a graduate', [term({ role: 'graduate' })], false],
    ['a lead of every board', [term()], true],
    ['a lead of the board', [term({ boards: ['jobs'] })], true],
    ['a lead of another', [term({ boards: ['guidance'] })], false],
    ['a lead whose term is over', [term(until('2026-11-20T10:24'))], false],
    ['a lead from tomorrow on', [term(from('2026-11-21T00:00'))], false],
    [
      'a former lead who is a teacher now',
      [term(until('2026-11-01T00:00')), term({ role: 'teacher' })],
      true,
    ],
  ])('%s', (_, grants, may) => {
    expect(mayHold(grants, 'jobs', now)).toBe(may);
  });
});

describe('orphanedSince', () => {
  const owner = (...grants: Term[]) => ({ grants });
  it.each([
    ['whose owner is in office', owner(term()), true, null],
    ['of nobody', null, false, { why: 'nobody', endedAt: null }],
    ['of an account that is gone', null, true, { why: 'gone', endedAt: null }],
    [
      'of somebody who never had an office',
      owner(term({ role: 'graduate' })),
      true,
      { why: 'none', endedAt: null },
    ],
    [
      'of a lead whose term is over',
      owner(term(until('2026-11-01T00:00')), term(until('2026-10-01T00:00'))),
      true,
      { why: 'ended', endedAt: at('2026-11-01T00:00') },
    ],
    [
      'of a lead who moved to another board',
      owner(term({ boards: ['guidance'] }), term({ boards: ['jobs'], ...until('2026-11-01T00:00') })),
      true,
      { why: 'ended', endedAt: at('2026-11-01T00:00') },
    ],
  ] as const)('a job %s', (_, who, named, expected) => {
    expect(orphanedSince(who, named, 'jobs', now)).toEqual(expected);
  });
});
