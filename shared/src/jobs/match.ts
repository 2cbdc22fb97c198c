import type { Me } from '../session/contract';
import type { JobMatch, JobSummary } from './contract';
import type { Catalogue } from './majors/catalogue';
import { asksNoMajor, matchesMajor } from './majors/majors';
import { degreeNames, degrees, jobKindNames } from './vocabulary';

export type Profile = Me['profile'];
export type MatchableJob = Pick<JobSummary, 'kind' | 'cities' | 'degree' | 'majors' | 'graduationYear'>;
type Reason = JobMatch['reasons'][number];

/** What a reason adds to the score: 100 when everything fits exactly. */
const points = {
  major: 40,
  class: 36,
  category: 28,
  anyMajor: 10,
  degree: 15,
  lowerDegree: 10,
  year: 10,
  city: 25,
  kind: 10,
};

interface Judged {
  reason: Reason;
  points: number;
  /** A requirement of the employer; the rest are wishes of the reader. */
  required: boolean;
}

const hit = (kind: Reason['kind'], text: string, worth: number, required = false): Judged => ({
  reason: { kind, hit: true, text },
  points: worth,
  required,
});
const miss = (kind: Reason['kind'], text: string, required = false): Judged => ({
  reason: { kind, hit: false, text },
  points: 0,
  required,
});

const named = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join('、')}等` : names.join('、');

function judgeMajor({ major }: Profile, { majors }: MatchableJob, catalogue: Catalogue): Judged | null {
  if (major === null) return null;
  if (asksNoMajor(majors)) return hit('major', '专业不限', points.anyMajor, true);
  const { fits, via } = matchesMajor(catalogue, major, majors);
  if (!fits) return miss('major', `专业不对口：要求${named(majors)}`, true);
  const level = via === null ? undefined : catalogue.levelOf(via);
  if (level !== 'class' && level !== 'category')
    return hit('major', `专业对口：${via ?? major}`, points.major, true);
  const within = via === major ? major : `${major} ∈ ${via?.replace(/门类$/, '')}`;
  return hit('major', `专业对口：${within}`, via === major ? points.major : points[level], true);
}

function judgeDegree({ degree }: Profile, job: MatchableJob): Judged | null {
  if (degree === null || degree === 'any' || job.degree === null) return null;
  if (job.degree === 'any') return hit('degree', '学历不限', points.lowerDegree, true);
  const spare = degrees.indexOf(degree) - degrees.indexOf(job.degree);
  if (spare < 0) {
    const above = job.degree === 'doctor' ? '' : '及以上';
    return miss('degree', `要求${degreeNames[job.degree]}${above}，你是${degreeNames[degree]}`, true);
  }
  return hit(
    'degree',
    `学历符合：${degreeNames[degree]}`,
    spare === 0 ? points.degree : points.lowerDegree,
    true,
  );
}

function judgeYear(
  { graduationYear: mine }: Profile,
  { graduationYear: asked }: MatchableJob,
): Judged | null {
  if (mine === null || asked === null) return null;
  return mine === asked
    ? hit('year', `届别符合：${mine} 届`, points.year, true)
    : miss('year', `面向 ${asked} 届，你是 ${mine} 届`, true);
}

function judgeCity({ cities: wanted }: Profile, { cities }: MatchableJob): Judged | null {
  if (wanted.length === 0 || cities.length === 0) return null;
  const both = cities.filter((city) => wanted.includes(city));
  return both.length > 0
    ? hit('city', `意向城市：${named(both)}`, points.city)
    : miss('city', `${named(cities)}不在你的意向城市里`);
}

function judgeKind({ kinds }: Profile, { kind }: MatchableJob): Judged | null {
  if (kinds.length === 0) return null;
  return kinds.includes(kind)
    ? hit('kind', `求职类型：${jobKindNames[kind]}`, points.kind)
    : miss('kind', `${jobKindNames[kind]}不在你的求职类型里`);
}

/** Degree and class are said in one breath where both fit. */
function joined(reasons: readonly Reason[], { degree, graduationYear }: Profile): Reason[] {
  const year = reasons.find((reason) => reason.kind === 'year' && reason.hit);
  const level = reasons.find(({ kind, text }) => kind === 'degree' && text.startsWith('学历符合'));
  if (!year || !level || degree === null) return [...reasons];
  const both: Reason = {
    kind: 'degree',
    hit: true,
    text: `学历和届别符合：${degreeNames[degree]}，${graduationYear} 届`,
  };
  return reasons.flatMap((reason) => (reason === year ? [] : reason === level ? [both] : [reason]));
}

/** True when a profile says nothing that a job could be held against. */
export const isEmptyProfile = ({ major, degree, graduationYear, cities, kinds }: Profile): boolean =>
  major === null && degree === null && graduationYear === null && cities.length === 0 && kinds.length === 0;

/**
 * Holds a job against a profile. Each side may be silent on a point, which then gives no reason. A job fits when no
 * requirement (major, degree, class) is missed and something speaks for it; city and kind are the reader's wishes, which
 * only move it down. A missed requirement halves the score. Misses come last.
 */
export function matchJob(profile: Profile, job: MatchableJob, catalogue: Catalogue): JobMatch {
  const judged = [judgeMajor, judgeDegree, judgeYear, judgeCity, judgeKind].flatMap(
    (judge) => judge(profile, job, catalogue) ?? [],
  );
  const refused = judged.some(({ reason, required }) => required && !reason.hit);
  const sum = judged.reduce((total, one) => total + one.points, 0);
  const reasons = joined(
    judged.map(({ reason }) => reason),
    profile,
  );
  return {
    fits: !refused && reasons.some((reason) => reason.hit),
    score: refused ? Math.floor(sum / 2) : sum,
    reasons: [...reasons.filter((reason) => reason.hit), ...reasons.filter((reason) => !reason.hit)],
  };
}

/** What to add to a profile for better recommendations, the most telling first. */
export function profileGaps({ major, degree, graduationYear, cities, kinds }: Profile): string[] {
  const gaps: [boolean, string][] = [
    [major === null, '填写专业，优先看到对口的岗位'],
    [cities.length === 0, '选择意向城市，把想去的地方排在前面'],
    [degree === null, '填写学历，避开报不上的岗位'],
    [graduationYear === null, '填写毕业年份，避开不招你这一届的岗位'],
    [kinds.length === 0, '选择求职类型：校招、实习、选调……'],
  ];
  return gaps.flatMap(([missing, text]) => (missing ? [text] : []));
}
