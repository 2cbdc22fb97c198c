import type { JobValues } from '@qihang/shared/jobs/fields';
import { degrees, jobKinds } from '@qihang/shared/jobs/vocabulary';
import { silentJob } from '../support/job-fields';

const cities = [
  '江州',
  '深圳',
  '广州',
  '上海',
  '北京',
  '杭州',
  '宁波',
  '合肥',
  '武汉',
  '成都',
  '西安',
  '南京',
  '苏州',
  '长沙',
];
const fields = [
  '机械',
  '会计',
  '护理',
  '车辆',
  '软件',
  '土木',
  '法律',
  '英语',
  '新闻',
  '电气',
  '化学',
  '物流',
];
const roles = ['工程师', '助理', '专员', '管培生', '实习生', '研究员', '教师'];
const firms = ['岚山', '澄江', '远帆', '云岫', '锦程', '青禾', '北岸', '明川', '和悦', '天衡'];
const words = [
  '负责',
  '项目',
  '方案',
  '设计',
  '测试',
  '沟通',
  '整理',
  '资料',
  '现场',
  '客户',
  '数据',
  '报告',
  '团队',
  '学习',
  '维护',
  '流程',
  '安全',
  '质量',
  '改进',
  '计划',
];

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const dayMs = 24 * 60 * 60 * 1000;
/** A stock as it grows: jobs of the last four hundred days, of which about every sixth is still open. */
const spanMs = 400 * dayMs;

const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export interface InventedJob {
  draft: JobValues;
  publishedAt: Date;
}

/** Invented postings of ordinary size up to `now`, oldest first: about 150 characters of text, one to three cities. */
export function* inventedJobs(count: number, now: Date): Generator<InventedJob> {
  const next = sequence(20_261_120);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  for (let i = 0; i < count; i++) {
    const field = pick(fields);
    const publishedAt = new Date(now.getTime() - Math.ceil(((count - i) / count) * spanMs));
    const draft: JobValues = {
      ...silentJob,
      title: `${field}${pick(roles)}`,
      company: `${pick(firms)}${field}有限公司`,
      kind: pick(jobKinds),
      cities: [...new Set(Array.from({ length: 1 + next(3) }, () => pick(cities)))],
      degree: pick(degrees),
      majors: next(3) === 0 ? [] : [`${field}类`],
      salary: { min: 4000 + next(8000), max: 12_000 + next(8000), unit: 'month', months: null },
      headcount: 1 + next(20),
      graduationYear: 2027,
      deadline: next(5) === 0 ? null : dayAt(publishedAt.getTime() + (20 + next(100)) * dayMs),
      apply: { url: null, email: `hr${i}@company.example`, note: null },
      source: { origin: 'college', name: '汽车学院', url: null },
      body: Array.from({ length: 30 }, () => pick(words) + pick(fields)).join('，'),
    };
    yield { draft, publishedAt };
  }
}
