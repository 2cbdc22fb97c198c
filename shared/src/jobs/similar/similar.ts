import { normalizeLink } from '../../text/link';
import { findCities } from '../text/city';
import { fold } from '../text/fold';
import type { SimilarReason } from '../vocabulary';
import { bare, companyKey, seasonsOf, titleKey } from './normalize';
import { bands, containment, jaccard, shingles } from './shingles';

/** What of a job decides whether it has been published before. */
export interface ComparableJob {
  company: string | null;
  title: string;
  cities: readonly string[];
  body: string;
  url: string | null;
}

export interface Similarity {
  /** Whether to warn the author. */
  duplicate: boolean;
  /** 0–1, for “相似 86%”. */
  score: number;
  /** What speaks for it most; null when it is no duplicate. */
  reason: SimilarReason | null;
}

/** Bodies of one post share more pairs of characters than this even when they were written anew. */
const leastShared = 0.25;
/** Bodies with near titles must share this much of everything to be one post. */
const nearlySame = 0.6;

type Match = 'same' | 'near' | 'different';

function compareCompanies(a: string | null, b: string | null): Match {
  if (!a || !b) return 'near';
  const [left, right] = [companyKey(a), companyKey(b)];
  if (left === right) return 'same';
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length >= 2 && long.includes(short) ? 'same' : 'different';
}

// 高级, 实习 or 助理 in one title only: another post.
const rank = /高级|资深|初级|中级|主管|经理|总监|实习|兼职|助理|储备|组长|专家|暑期|寒假/g;

function ranks(title: string): string {
  return (title.match(rank) ?? []).sort().join();
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i += 1)
    if (long.charAt(i) === short.charAt(at)) at += 1;
  return at === short.length;
}

function compareTitles(a: string, b: string): Match {
  const [left, right] = [titleKey(a), titleKey(b)];
  if (left === right) return 'same';
  if (ranks(left) !== ranks(right)) return 'different';
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length >= 2 && short.length * 2 >= long.length && isSubsequence(short, long)
    ? 'near'
    : 'different';
}

function disjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((item) => b.includes(item));
}

function placesDiffer(a: ComparableJob, b: ComparableJob): boolean {
  const names = (job: ComparableJob) =>
    job.cities.length > 0
      ? job.cities.map((city) => bare(city).replace(/市$/, ''))
      : findCities(job.title).map((mention) => mention.name);
  return disjoint(names(a), names(b));
}

/** 2026届补录 and 2027届, 秋招 and 春招, 第一批 and 第二批 are two rounds. */
function roundsDiffer(a: ComparableJob, b: ComparableJob): boolean {
  const words = (job: ComparableJob) => seasonsOf(`${job.title} ${job.body}`);
  const [left, right] = [words(a), words(b)];
  const years = (list: string[]) => list.filter((word) => word.endsWith('届'));
  const season = (list: string[]) => list.find((word) => !word.endsWith('届'));
  if (disjoint(years(left), years(right))) return true;
  const [first, second] = [season(left), season(right)];
  if (first !== undefined && second !== undefined && first !== second) return true;
  const batch = (job: ComparableJob) => /第[一二三四五\d]批/.exec(fold(job.title + job.body))?.[0];
  const [batchA, batchB] = [batch(a), batch(b)];
  return batchA !== undefined && batchB !== undefined && batchA !== batchB;
}

const different: Similarity = { duplicate: false, score: 0, reason: null };

/** Whether two postings offer the same post: the same employer, title, place and round, however written. */
export function compareJobs(a: ComparableJob, b: ComparableJob): Similarity {
  const title = compareTitles(a.title, b.title);
  const link =
    a.url !== null && b.url !== null && a.url !== '' && normalizeLink(a.url) === normalizeLink(b.url);
  const company = compareCompanies(a.company, b.company);
  if (title === 'different' || placesDiffer(a, b) || roundsDiffer(a, b)) return different;
  // One employer under two names is believed only on the same page.
  if (company === 'different' && !(link && title === 'same')) return different;
  const [left, right] = [shingles(a.body), shingles(b.body)];
  const shared = left.size === 0 || right.size === 0 ? 0 : containment(left, right);
  const score = Math.round((0.5 + shared / 2) * 100) / 100;
  if (link) return { duplicate: true, score: Math.max(score, 0.9), reason: 'same-link' };
  const bodiless = left.size === 0 || right.size === 0;
  if (company === 'same' && title === 'same' && (bodiless || shared >= leastShared)) {
    return { duplicate: true, score, reason: 'same-title' };
  }
  // Without an employer to go by, the text itself must be the same.
  const unnamed = company === 'near' && title === 'same' && shared >= nearlySame;
  if (unnamed || jaccard(left, right) >= nearlySame)
    return { duplicate: true, score, reason: 'similar-body' };
  return { ...different, score: Math.round(shared * 50) / 100 };
}

/**
 * Keys under which a job is kept in an index, so that a new one is compared with a few candidates only: any two
 * jobs that {@link compareJobs} calls the same share a key (the min-hash bands of the body: with high probability).
 */
export function candidateKeys(job: ComparableJob): string[] {
  const keys = bands(job.body).map((band) => `b${band}`);
  const company = job.company ? companyKey(job.company).slice(0, 3) : '';
  keys.push(`t${company}|${titleKey(job.title)}`);
  if (job.url) keys.push(`l${normalizeLink(job.url)}`);
  return keys;
}
