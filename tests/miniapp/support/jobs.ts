import type { Job, JobSummary } from '@qihang/shared/jobs/contract';
import { listFields } from '@qihang/shared/jobs/fields';
import { pick } from '@qihang/shared/pick';
import { silentJob } from '../../support/job-fields';

/** What the API says of the life of a job that is published, and of nobody's draft. */
export const publishedLife: Pick<
  Job,
  'schedule' | 'returned' | 'takenDown' | 'review' | 'seen' | 'unfinished'
> = {
  schedule: null,
  returned: null,
  takenDown: null,
  review: null,
  seen: { now: true, why: '已公开' },
  unfinished: null,
};

/** A published job as the API gives it. */
export const jobSummary = (part: Partial<JobSummary> = {}): JobSummary => ({
  id: 'job-1',
  board: 'jobs',
  ...pick(silentJob, listFields),
  title: '整车热管理工程师',
  company: '岚山新能源科技有限公司',
  kind: 'campus',
  cities: ['宁波', '合肥'],
  degree: 'bachelor',
  majors: ['机械类'],
  salary: { min: 12_000, max: 18_000, unit: 'month', months: 13 },
  headcount: 5,
  graduationYear: 2027,
  deadline: '2026-11-22',
  deadlineAt: '2026-11-22T16:00:00.000Z',
  source: { origin: 'college', name: '汽车学院', url: null },
  state: 'closing-soon',
  publishedAt: '2026-11-09T02:00:00.000Z',
  verifiedAt: '2026-11-20T00:40:00.000Z',
  verifiedBy: '李沐',
  life: 'published',
  hidden: false,
  closedReports: 0,
  match: null,
  viewer: { can: [], saved: null, reportedClosed: false },
  ...part,
});
