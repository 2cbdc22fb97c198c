import {
  canAskTeacher,
  caseOpened,
  holdsJob,
  monthsBefore,
  outcomeOf,
  stateAfter,
  summaryOf,
} from '@qihang/server/features/reports/rules';
import { caseActions } from '@qihang/shared/cases/vocabulary';
import { type ReportReason, reportReasons } from '@qihang/shared/reports/vocabulary';

const said = (reason: ReportReason, { verified = true, note = '', reporterId = 'somebody' } = {}) => ({
  reporterId,
  reason,
  note,
  verified,
});

describe('holding a job', () => {
  it.each([
    ['nobody', [], false],
    ['one verified person', [said('fee')], false],
    ['two verified people', [said('fee'), said('fee')], true],
    ['one verified, one not', [said('fee'), said('fee', { verified: false })], false],
    ['two, of whom one says something else', [said('fee'), said('false')], false],
    [
      'two who are not verified and two who are',
      [said('fee', { verified: false }), said('fee'), said('fee', { verified: false }), said('fee')],
      true,
    ],
  ])('%s', (_, all, held) => {
    expect(holdsJob(all)).toBe(held);
  });

  it.each(reportReasons.filter((reason) => reason !== 'fee'))('never because of %s', (reason) => {
    expect(holdsJob([said(reason), said(reason), said(reason)])).toBe(false);
  });
});

describe('what those who decide learn', () => {
  const first = said('fee', { note: '收了 300 元', reporterId: 'id-of-one' });
  const second = said('ad', { note: '一直推销', reporterId: 'id-of-two' });
  const third = said('fee', { reporterId: 'id-of-three' });

  it('is how many say what, the most first, without who they are', () => {
    const summary = summaryOf([second, first, third]);
    expect(summary).toEqual({
      count: 3,
      reasons: [
        { reason: 'fee', n: 2 },
        { reason: 'ad', n: 1 },
      ],
      notes: expect.arrayContaining(['收了 300 元', '一直推销']),
    });
    expect(JSON.stringify(summary)).not.toMatch(/id-of/);
  });

  it('is the same in whichever order they reported', () => {
    expect(summaryOf([first, second, third])).toEqual(summaryOf([third, second, first]));
  });

  it.each(['2026-11-20T02:20:00.000Z', '2026-11-20T02:24:31.123Z', '2026-11-20T02:29:59.999Z'])(
    'is not when: %s counts as ten minutes of everybody',
    (at) => {
      expect(caseOpened(new Date(at)).toISOString()).toBe('2026-11-20T02:20:00.000Z');
    },
  );
});

describe('the outcome', () => {
  it('follows from each decision of a report, and from no other', () => {
    expect(caseActions.map((action) => [action, outcomeOf(action)])).toEqual([
      ['approve', undefined],
      ['return', undefined],
      ['hide', 'hide'],
      ['dismiss', 'dismiss'],
      ['recheck', 'recheck'],
    ]);
  });

  it.each([
    ['hide', 'upheld'],
    ['recheck', 'upheld'],
    ['dismiss', 'dismissed'],
    ['gone', 'gone'],
  ] as const)('%s leaves a report %s', (outcome, state) => {
    expect(stateAfter(outcome)).toBe(state);
  });

  it.each([
    ['open', null, false],
    ['dismissed', null, true],
    ['dismissed', new Date(), false],
    ['upheld', null, false],
    ['gone', null, false],
  ] as const)('of a report that is %s goes before a teacher once', (state, askedTeacherAt, can) => {
    expect(canAskTeacher({ state, askedTeacherAt })).toBe(can);
  });
});

it('the months of the totals begin in Shanghai, also over the end of a year', () => {
  const months = monthsBefore(new Date('2026-12-31T16:30:00Z'), 3);
  expect(months.map(({ month, from }) => [month, from.toISOString()])).toEqual([
    ['2027-01', '2026-12-31T16:00:00.000Z'],
    ['2026-12', '2026-11-30T16:00:00.000Z'],
    ['2026-11', '2026-10-31T16:00:00.000Z'],
  ]);
});
