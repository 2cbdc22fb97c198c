import { lifeActions } from '../content/vocabulary';

/** The nine kinds of job posting, in the order they are offered. */
export const jobKinds = [
  'campus',
  'internship',
  'referral',
  'civil-service',
  'public-institution',
  'grassroots',
  'on-campus',
  'social',
  'further-study',
] as const;
export type JobKind = (typeof jobKinds)[number];

export const jobKindNames = {
  campus: '校招',
  internship: '实习',
  referral: '内推',
  'civil-service': '公务员/选调',
  'public-institution': '事业单位',
  grassroots: '基层项目',
  'on-campus': '校内岗位',
  social: '社招',
  'further-study': '升学',
} as const satisfies Record<JobKind, string>;

/** Lowest degree a job accepts, from low to high. */
export const degrees = ['any', 'associate', 'bachelor', 'master', 'doctor'] as const;
export type Degree = (typeof degrees)[number];

export const degreeNames = {
  any: '不限学历',
  associate: '大专',
  bachelor: '本科',
  master: '硕士',
  doctor: '博士',
} as const satisfies Record<Degree, string>;

/** Computed from the clock, never stored: see `jobState` on the server. */
export const jobStates = ['open', 'closing-soon', 'closing-today', 'unverified', 'closed'] as const;
export type JobState = (typeof jobStates)[number];

export const jobStateNames = {
  open: '招聘中',
  'closing-soon': '3 天内截止',
  'closing-today': '今日截止',
  unverified: '待核实',
  closed: '已截止',
} as const satisfies Record<JobState, string>;

/** The states in which one can still apply, and which a list shows when none is asked for. */
export const liveStates = ['open', 'closing-soon', 'closing-today', 'unverified'] as const;

export const jobOrigins = ['college', 'teacher', 'alumni', 'employer', 'repost'] as const;
export type JobOrigin = (typeof jobOrigins)[number];

export const jobOriginNames = {
  college: '学院',
  teacher: '老师',
  alumni: '校友',
  employer: '企业',
  repost: '转载',
} as const satisfies Record<JobOrigin, string>;

export const salaryUnits = ['month', 'day', 'hour', 'year'] as const;
export type SalaryUnit = (typeof salaryUnits)[number];

export const jobSorts = ['newest', 'deadline', 'match'] as const;
export type JobSort = (typeof jobSorts)[number];

/** `verify`: would be `report-closed`, once the person is verified. */
export const jobActions = [
  'edit',
  'hide',
  'restore',
  'withdraw',
  'publish',
  'reconfirm',
  'report-closed',
  'report',
  'verify',
  ...lifeActions,
] as const;
export type JobAction = (typeof jobActions)[number];

/** Why a job waits for the one who looks after it, the weightiest first. */
export const ownerNeeds = ['hidden', 'unverified', 'closing', 'recheck'] as const;
export type OwnerNeed = (typeof ownerNeeds)[number];

/** So many days before its deadline or re-check day a job comes to its owner's mind. */
export const remindDays = 3;

/** A job without a deadline is looked at again after at most so many days. */
export const maxRecheckDays = 30;

/** So many different people saying that a job takes nobody any more make it 待核实. */
export const closedReportsToDoubt = 2;

/** Why two postings are one. */
export const similarReasons = ['same-link', 'same-title', 'similar-body'] as const;
export type SimilarReason = (typeof similarReasons)[number];

/** What speaks for or against a job, see `matchJob`. */
export const matchKinds = ['major', 'degree', 'year', 'city', 'kind'] as const;

export const jobLimits = {
  title: 60,
  company: 60,
  body: 20_000,
  cities: 20,
  majors: 40,
  overrideReason: 200,
  /** Characters of a text to read drafts from. */
  pasted: 100_000,
} as const;
