import type { Actor } from '@qihang/server/actor/rules';
import { byScore } from '@qihang/server/features/jobs/match/rules';
import { judgeFindings, mostShared } from '@qihang/server/features/jobs/publish/rules';
import {
  canReportClosed,
  canSeeJob,
  isDoubted,
  jobActionsFor,
  jobState,
  jobTimes,
} from '@qihang/server/features/jobs/rules';
import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { LintOverride } from '@qihang/shared/jobs/contract';
import { type Finding, finding } from '@qihang/shared/jobs/lint/finding';
import type { Role } from '@qihang/shared/session/vocabulary';

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`);
const now = at('2026-11-20T10:24');

const times = (deadline: string | null, recheckOn: string | null = null, unverified = false) => ({
  deadline,
  unverified,
  ...jobTimes({ deadline, recheckOn }, now),
});

describe('jobState', () => {
  it.each([
    ['a deadline far ahead', times('2026-12-06'), '2026-11-20T10:24', 'open'],
    ['three days and a minute left', times('2026-11-23T10:25'), '2026-11-20T10:24', 'open'],
    ['three days left to the minute', times('2026-11-23T10:24'), '2026-11-20T10:24', 'closing-soon'],
    ['the evening before the last day', times('2026-11-21'), '2026-11-20T23:59', 'closing-soon'],
    ['the first minute of the last day', times('2026-11-21'), '2026-11-21T00:00', 'closing-today'],
    ['the last minute of the last day', times('2026-11-21'), '2026-11-21T23:59', 'closing-today'],
    ['the day after', times('2026-11-21'), '2026-11-22T00:00', 'closed'],
    ['a deadline later today', times('2026-11-20T18:00'), '2026-11-20T17:59', 'closing-today'],
    ['the minute of the deadline', times('2026-11-20T18:00'), '2026-11-20T18:00', 'closed'],
    ['midnight as an hour of the next day', times('2026-11-21T00:00'), '2026-11-20T23:00', 'closing-today'],
    ['open-ended before its re-check day is over', times(null, '2026-12-10'), '2026-12-10T23:59', 'open'],
    ['open-ended after its re-check day', times(null, '2026-12-10'), '2026-12-11T00:00', 'unverified'],
    ['open-ended, never confirmed', times(null, '2026-12-10'), '2026-12-25T00:00', 'closed'],
    ['reported as closed', times('2026-12-06', null, true), '2026-11-20T10:24', 'unverified'],
    ['reported, and closing today', times('2026-11-20T18:00', null, true), '2026-11-20T10:24', 'unverified'],
    ['reported, and over', times('2026-11-20T18:00', null, true), '2026-11-20T18:00', 'closed'],
  ])('%s', (_, job, when, state) => {
    expect(jobState(job, at(when))).toBe(state);
  });
});

describe('jobTimes', () => {
  it('gives an open-ended job a re-check day 30 days ahead', () => {
    expect(jobTimes({ deadline: null, recheckOn: null }, now).recheckOn).toBe('2026-12-20');
  });
  it('lets nobody set the re-check day further off', () => {
    expect(jobTimes({ deadline: null, recheckOn: '2027-06-01' }, now).recheckOn).toBe('2026-12-20');
  });
  it('needs no re-check day beside a deadline', () => {
    const { recheckOn, recheckAt, closesAt } = jobTimes(
      { deadline: '2026-11-22', recheckOn: '2026-11-30' },
      now,
    );
    expect([recheckOn, recheckAt]).toEqual([null, null]);
    expect(closesAt.toISOString()).toBe('2026-11-22T16:00:00.000Z');
  });
});

const actor = (role: Role | null, id = 'a', boards: string[] | null = null): Actor => ({
  id,
  name: '某人',
  verified: true,
  grants: role ? [{ role, boards, endsAt: null }] : [],
  ended: [],
  mutedUntil: null,
  mutedFor: null,
});

const actors: [string, Actor | null][] = [
  ['visitor', null],
  ['graduate', actor('graduate')],
  ['owner without a role', actor(null, 'owner')],
  ['lead in scope', actor('lead')],
  ['lead out of scope', actor('lead', 'a', ['guidance'])],
  ['teacher', actor('teacher')],
  ['admin', actor('admin')],
];

describe('who may do what with a job', () => {
  const staff = ['lead in scope', 'teacher', 'admin'];
  describe.each(actors)('%s', (name, who) => {
    const job = {
      board: 'jobs',
      ownerId: 'owner',
      authorRank: 1,
      life: 'published' as ContentState,
      lifeRank: null,
      closesAt: at('2026-12-06T18:00'),
    };
    const hidden = { ...job, life: 'hidden' as const };
    const offered = (which: typeof job, reported = false) =>
      jobActionsFor(who, which, { now, reported, review: 'direct' });
    it('sees a visible one', () => expect(canSeeJob(who, job)).toBe(true));
    it('sees a hidden one only as owner or staff', () =>
      expect(canSeeJob(who, hidden)).toBe([...staff, 'owner without a role'].includes(name)));
    it('edits as staff of the board', () => expect(offered(job).includes('edit')).toBe(staff.includes(name)));
    it('is offered what it may do', () => {
      const own = staff.includes(name) ? ['edit', 'history', 'reconfirm', 'hide'] : [];
      expect(offered(job)).toEqual(who ? [...own, 'report-closed'] : own);
      expect(offered(job, true)).toEqual(own);
      expect(offered({ ...job, closesAt: now })).toEqual(own);
      expect(offered(hidden)).toEqual(staff.includes(name) ? ['edit', 'history', 'restore'] : []);
    });
  });
});

describe('canReportClosed', () => {
  const job = {
    board: 'jobs',
    ownerId: 'owner',
    authorRank: 1,
    life: 'published' as ContentState,
    lifeRank: null,
    closesAt: at('2026-12-06T18:00'),
  };
  it.each([
    ['somebody the school knows', actor('graduate'), job, true],
    ['a visitor', null, job, false],
    ['somebody unverified', { ...actor('graduate'), verified: false }, job, false],
    ['anybody, of a hidden job', actor('admin'), { ...job, life: 'hidden' as const }, false],
    ['anybody, of a job that is over', actor('graduate'), { ...job, closesAt: now }, false],
  ])('%s', (_, who, what, may) => expect(canReportClosed(who, what, now)).toBe(may));
});

describe('isDoubted', () => {
  it.each([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ])('%i reports: %s', (reports, doubted) => expect(isDoubted(reports)).toBe(doubted));
});

describe('judgeFindings', () => {
  const warning = (rule: 'missing.pay' | 'missing.headcount') => finding(rule, 'salary', '没有写薪资');
  const block = finding('discrimination.gender', 'body', '限制性别违反规定');
  const given = { reason: '单位要求面谈', rules: ['missing.pay'] };

  it.each<[string, Finding[], string | undefined, LintOverride | null, object]>([
    ['nothing to say', [], undefined, null, { publish: true, lintOverride: null }],
    ['nothing any more', [], undefined, given, { publish: true, lintOverride: null }],
    ['a reason without need', [], '面谈', null, { publish: true, lintOverride: null }],
    [
      'a warning',
      [warning('missing.pay')],
      undefined,
      null,
      { publish: false, refusedFor: 'job.lint-warnings' },
    ],
    [
      'a warning with a reason',
      [warning('missing.pay')],
      '面谈',
      null,
      { publish: true, lintOverride: { reason: '面谈', rules: ['missing.pay'] } },
    ],
    [
      'a warning that was answered before',
      [warning('missing.pay')],
      undefined,
      given,
      { publish: true, lintOverride: given },
    ],
    [
      'a new warning beside it',
      [warning('missing.pay'), warning('missing.headcount')],
      undefined,
      given,
      { publish: false, refusedFor: 'job.lint-warnings' },
    ],
    [
      'a block, whatever the reason',
      [block, warning('missing.pay')],
      '面谈',
      given,
      { publish: false, refusedFor: 'request.invalid', findings: [block] },
    ],
    [
      'a day that is past, which is judged to the minute elsewhere',
      [finding('expired.deadline', 'deadline', '截止日期已经过了')],
      undefined,
      null,
      { publish: true, lintOverride: null },
    ],
  ])('%s', (_, findings, reason, before, verdict) =>
    expect(judgeFindings(findings, reason, before)).toMatchObject(verdict),
  );
});

describe('byScore', () => {
  const row = (id: string, score: number, publishedAt: string) => ({
    id,
    match: { score },
    publishedAt: at(publishedAt),
  });
  it('puts the best first, of equals the newest', () => {
    const rows = [
      row('a', 50, '2026-11-01T08:00'),
      row('b', 50, '2026-11-02T08:00'),
      row('c', 90, '2026-10-01T08:00'),
      row('d', 50, '2026-11-02T08:00'),
    ];
    expect(rows.sort(byScore).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
  });
});

describe('mostShared', () => {
  it.each([
    ['nothing', [], 3, []],
    [
      'what most lists name, then the newest',
      [
        ['c', 'a'],
        ['b', 'a'],
        ['d', 'a'],
      ],
      3,
      ['a', 'd', 'c'],
    ],
    ['what a short list names before what long ones do', [['a'], ['b', 'c', 'd'], ['b', 'c', 'd']], 1, ['a']],
    [
      'no more than asked for',
      [
        ['c', 'a'],
        ['b', 'a'],
      ],
      2,
      ['a', 'c'],
    ],
  ])('gives %s', (_, lists, limit, expected) => expect(mostShared(lists, limit)).toEqual(expected));
});
