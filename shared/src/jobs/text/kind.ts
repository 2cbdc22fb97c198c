import type { JobKind } from '../vocabulary';
import { fold } from './fold';

export const jobKindNames: Readonly<Record<JobKind, string>> = {
  campus: '校招',
  social: '社招',
  internship: '实习',
  'on-campus': '校内岗位',
  'civil-service': '公务员',
  'public-institution': '事业单位',
  grassroots: '基层项目',
  'further-study': '升学',
  referral: '内推',
};

// In the order of precedence of a kind field that names two.
const kindWords: readonly (readonly [JobKind, RegExp])[] = [
  ['referral', /内推|内部推荐|referral/i],
  ['internship', /实习|intern/i],
  ['grassroots', /基层项目|三支一扶|西部计划|特岗|特设岗位|大学生村官/],
  ['civil-service', /公务员|选调|国考|省考|civil/i],
  ['public-institution', /事业单位|事业编|public-institution/],
  ['on-campus', /校内|勤工|科研助理|on-campus/],
  ['further-study', /升学|推免|保研|考研调剂|博士招生|硕士招生|further-study/],
  ['campus', /校招|校园招聘|应届|秋招|春招|管培|campus/i],
  ['social', /社招|社会招聘|全职|social/i],
];

/** Reads a kind field: our code, our Chinese name or a common word for it. `null` when none is said. */
export function readKind(text: string): JobKind | null {
  const source = fold(text);
  for (const [kind, words] of kindWords) if (words.test(source)) return kind;
  return null;
}
