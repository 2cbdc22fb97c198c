import { jobDraft } from '@qihang/shared/jobs/field-schemas';
import { type JobField, type JobValues, jobFieldNames } from '@qihang/shared/jobs/fields';
import { pick } from '@qihang/shared/pick';
import * as z from 'zod/mini';

/** A job that says only what it must. */
export const silentJob: JobValues = pick(
  z.parse(jobDraft, { title: '岗位', company: '单位', kind: 'campus', source: { origin: 'college' } }),
  jobFieldNames,
);

interface Sample<F extends JobField> {
  /** Said of a job, unlike what it is when nothing is said. */
  set: JobValues[F];
  /** What an edit makes of it. */
  changed: JobValues[F];
  /** Where the field excludes another: what that one is meanwhile. */
  without?: Partial<JobValues>;
}

/** Two values of every field, both of which pass the self-check. */
export const jobSamples: { [F in JobField]: Sample<F> } = {
  title: { set: '整车热管理工程师', changed: '整车热管理高级工程师' },
  company: { set: '岚山新能源科技有限公司', changed: '岚山新能源汽车有限公司' },
  kind: { set: 'internship', changed: 'campus' },
  cities: { set: ['宁波', '合肥'], changed: ['杭州'] },
  degree: { set: 'bachelor', changed: 'master' },
  degreeText: { set: '专升本同等对待', changed: '以学校认定为准' },
  majors: { set: ['车辆工程', '机械类'], changed: ['能源动力类'] },
  salary: {
    set: { min: 12_000, max: 18_000, unit: 'month', months: 13 },
    changed: { min: 150, max: 200, unit: 'day', months: null },
  },
  salaryText: { set: '按集团标准执行', changed: '面议', without: { salary: null } },
  headcount: { set: 5, changed: 8 },
  graduationYear: { set: 2027, changed: 2028 },
  deadline: { set: '2099-12-06T18:00', changed: '2099-12-20', without: { recheckOn: null } },
  recheckOn: { set: '2026-12-01', changed: '2026-12-10', without: { deadline: null } },
  apply: {
    set: {
      url: 'https://lanshan-ne.example/jobs/1',
      email: 'campus@lanshan-ne.example',
      note: '邮件标题写姓名',
    },
    changed: { url: null, email: 'hr@lanshan-ne.example', note: null },
  },
  source: {
    set: { origin: 'repost', name: '汽车学院就业办', url: 'https://auto.example/notice/7' },
    changed: { origin: 'alumni', name: '2019 级校友', url: null },
  },
  body: {
    set: '负责热管理系统方案与零部件选型，跟进样车试验。\n要求：熟悉一门仿真软件，能出差。',
    changed: '负责整车热管理系统的方案设计和台架试验。\n要求：学过传热学，能出差。',
  },
};

const whole = Object.fromEntries(
  Object.entries(jobSamples).map(([field, { set }]) => [field, set]),
) as unknown as JobValues;

/** A job that says something in every field; only what excludes this one is left out. */
export const jobSaying = (field: JobField): JobValues => ({
  ...whole,
  recheckOn: null,
  ...jobSamples[field].without,
  [field]: jobSamples[field].set,
});
