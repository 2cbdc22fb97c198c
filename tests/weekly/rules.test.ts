import { fitter } from '@qihang/server/features/jobs/match/rules';
import { dataOf, isDue, weekAt } from '@qihang/server/features/weekly/rules';
import { nationalCatalogue } from '@qihang/shared/jobs/majors/catalogue';
import { matchJob, type Profile } from '@qihang/shared/jobs/match';
import { tell } from '@qihang/shared/notifications/kinds';

it.each([
  ['2026-11-22T18:59+08:00', '2026-11-15'],
  ['2026-11-22T19:00+08:00', '2026-11-22'],
  ['2026-11-22T23:59+08:00', '2026-11-22'],
  ['2026-11-23T00:00+08:00', '2026-11-22'],
  ['2026-11-28T23:59+08:00', '2026-11-22'],
  ['2027-01-01T08:00+08:00', '2026-12-27'],
])('at %s the digest is that of %s', (now, week) => {
  expect(weekAt(new Date(now))).toBe(week);
});

it.each([
  [null, true, true],
  [null, false, true],
  ['2026-11-15', true, true],
  ['2026-11-22', true, false],
  ['2026-11-29', true, false],
  ['2026-11-15', false, false],
  ['2026-11-01', false, false],
  ['2026-10-25', false, true],
])('of those last told on %s who are active: %s, it is due: %s', (last, active, due) => {
  expect(isDue('2026-11-22', { last, active })).toBe(due);
});

it('says what it holds, and is none without anything', () => {
  expect(dataOf({ matches: 0, follows: 0, closing: 0, threads: 0 })).toBeNull();
  const data = dataOf({ matches: 12, follows: 0, closing: 2, threads: 1 });
  expect(data).toEqual({ matches: '12', closing: '2', threads: '1' });
  expect(tell('weekly.ready', { count: 1, piece: '', reason: '', data: data ?? {} }).body).toBe(
    '12 个对口新岗位，2 个收藏快截止，1 个问题有动静',
  );
});

it('finds for each profile the jobs that fit it one by one', () => {
  const majors = [[], ['不限'], ['车辆工程'], ['机械类'], ['工学门类'], ['法学', '会计学']];
  const jobs = majors.flatMap((wanted) =>
    ([null, 'any', 'bachelor', 'master'] as const).flatMap((degree) =>
      [null, 2027, 2028].map((graduationYear, i) => ({
        majors: wanted,
        degree,
        graduationYear,
        cities: [['宁波'], ['江州', '合肥'], []][i] ?? [],
        kind: (['campus', 'internship', 'campus'] as const)[i] ?? 'campus',
      })),
    ),
  );
  const fits = fitter(jobs, nationalCatalogue);
  const profiles: Profile[] = [null, '车辆工程', '法学'].flatMap((major) =>
    ([null, 'bachelor', 'master'] as const).flatMap((degree) =>
      [null, 2027].flatMap((graduationYear) =>
        [[], ['宁波'], ['西安']].flatMap((cities) =>
          [[], ['internship' as const]].map((kinds) => ({ major, degree, graduationYear, cities, kinds })),
        ),
      ),
    ),
  );
  let found = 0;
  for (const profile of profiles) {
    const expected = jobs.filter((job) => matchJob(profile, job, nationalCatalogue).fits);
    expect(new Set(fits(profile))).toEqual(new Set(expected));
    found += expected.length;
  }
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(profiles.length * jobs.length);
});
