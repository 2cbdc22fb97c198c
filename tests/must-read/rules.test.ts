import {
  canSeeReaders,
  firstPresentYear,
  isInAudience,
  shareOf,
  slowestFirst,
} from '@qihang/server/features/must-read/rules';
import type { Audience } from '@qihang/shared/must-read/notice';

const now = new Date('2026-11-20T10:24:00+08:00');
const vehicles = { college: '汽车学院', className: '车辆 2301 班', graduationYear: 2027 };
const member = { verified: true, ...vehicles };
const everyone: Audience = { to: 'everyone' };

describe('who is in an audience', () => {
  it.each<
    [string, Audience, Partial<typeof member> | { className: null } | { graduationYear: null }, boolean]
  >([
    ['a graduate of this year, for everyone', everyone, {}, true],
    ['somebody who left, for everyone', everyone, { graduationYear: 2026 }, false],
    ['somebody unverified, for everyone', everyone, { verified: false }, false],
    ['staff, who are in no year, for everyone', everyone, { graduationYear: null }, false],
    ['a graduate without a class, for everyone', everyone, { className: null }, true],
    ['the year, for years', { to: 'years', years: [2026, 2027] }, {}, true],
    ['another year, for years', { to: 'years', years: [2028] }, {}, false],
    ['who left, for the year that left', { to: 'years', years: [2026] }, { graduationYear: 2026 }, true],
    ['the class, for classes', { to: 'classes', classes: [vehicles] }, {}, true],
    ['another class', { to: 'classes', classes: [vehicles] }, { className: '车辆 2302 班' }, false],
    [
      'the class of this name in another year',
      { to: 'classes', classes: [vehicles] },
      { graduationYear: 2028 },
      false,
    ],
    [
      'the class of this name in another college',
      { to: 'classes', classes: [vehicles] },
      { college: '机械学院' },
      false,
    ],
  ])('%s', (_, audience, change, inside) => {
    expect(isInAudience(audience, { ...member, ...change }, now)).toBe(inside);
  });

  it('counts a year as present until its halls are left', () => {
    expect(firstPresentYear(new Date('2027-07-31T23:59:00+08:00'))).toBe(2027);
    expect(firstPresentYear(new Date('2027-08-01T00:00:00+08:00'))).toBe(2028);
  });
});

it('puts the slowest class first, the larger of two alike before', () => {
  const groups = [
    { size: 36, read: 31 },
    { size: 0, read: 0 },
    { size: 38, read: 19 },
    { size: 40, read: 20 },
  ];
  expect(slowestFirst(groups).map(({ size }) => size)).toEqual([0, 40, 38, 36]);
  expect(shareOf({ size: 0, read: 0 })).toBe(0);
  expect(shareOf({ size: 40, read: 20 })).toBe(0.5);
});

it('shows readers to those who keep the board clean, and to nobody else', () => {
  const actor = (role: 'graduate' | 'lead' | 'teacher', boards: string[] | null = null) => ({
    id: role,
    name: role,
    verified: true,
    grants: [{ role, boards, endsAt: null }],
    ended: [],
    mutedUntil: null,
    mutedFor: null,
  });
  const post = { board: 'notices' };
  expect(canSeeReaders(null, post)).toBe(false);
  expect(canSeeReaders(actor('graduate'), post)).toBe(false);
  expect(canSeeReaders(actor('lead', ['guidance']), post)).toBe(false);
  expect(canSeeReaders(actor('lead', ['notices']), post)).toBe(true);
  expect(canSeeReaders(actor('teacher'), post)).toBe(true);
});
