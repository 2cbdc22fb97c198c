import type { JobDraftInput } from '@qihang/shared/jobs/field-schemas';
import type { PostDraftInput } from '@qihang/shared/posts/contract';
import type { ThreadDraftInput } from '@qihang/shared/threads/contract';

/** A job that passes the self-check as it stands; tests say only what they are about. */
export const jobDraft = (change: Partial<JobDraftInput> = {}): JobDraftInput => ({
  title: '整车热管理工程师',
  company: '岚山新能源科技',
  kind: 'campus',
  cities: ['宁波', '合肥'],
  degree: 'bachelor',
  majors: ['车辆工程', '机械类'],
  salary: { min: 12_000, max: 18_000, unit: 'month' },
  headcount: 5,
  deadline: '2026-12-06',
  apply: { email: 'campus@lanshan-ne.example' },
  source: { origin: 'college', name: '汽车学院' },
  body: '负责热管理系统方案与零部件选型，跟进样车试验。\n要求：熟悉一门仿真软件，能出差。',
  ...change,
});

export const postDraft = (change: Partial<PostDraftInput> = {}): PostDraftInput => ({
  board: 'guidance',
  title: '签三方协议前，先核对这 3 件事',
  markdown: '## 先看清签约顺序\n\n没有单位公章的协议，学院不能登记。',
  ...change,
});

export const threadDraft = (change: Partial<ThreadDraftInput> = {}): ThreadDraftInput => ({
  title: '签过三方，还能按应届报选调吗？',
  body: '10 月和一家企业签了三方，担心签过协议就不算应届。',
  category: 'policy',
  ...change,
});
