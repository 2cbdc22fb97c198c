/** `left`: the roster says that the person is no longer at the school. */
export const verificationStates = ['unverified', 'verified', 'alumnus', 'left'] as const;
export type VerificationState = (typeof verificationStates)[number];

export const verificationStateNames = {
  unverified: '未认证',
  verified: '已认证',
  alumnus: '校友',
  left: '已不在校',
} as const satisfies Record<VerificationState, string>;

export const rosterLimits = {
  name: 40,
  words: 60,
  minYear: 1980,
  maxYear: 2100,
  /** Rows of one kind that a preview lists; all are counted. */
  listed: 200,
  /** Rows of one file. */
  rows: 20_000,
} as const;

/** What an import does with one person; `wrong` rows stay out. */
export const rosterFates = ['wrong', 'new', 'changed', 'returning', 'unchanged'] as const;
export type RosterFate = (typeof rosterFates)[number];

export const rosterFateNames = {
  wrong: '有问题',
  new: '新增',
  changed: '有变化',
  returning: '回到名册',
  unchanged: '没有变化',
} as const satisfies Record<RosterFate, string>;

/** The columns of a roster, in the order of the template. */
export const rosterColumns = [
  'studentNo',
  'name',
  'college',
  'major',
  'className',
  'graduationYear',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

export const rosterColumnNames = {
  studentNo: '学号',
  name: '姓名',
  college: '学院',
  major: '专业',
  className: '班级',
  graduationYear: '毕业年份',
} as const satisfies Record<RosterColumn, string>;

/** How long a class code may be valid, in days. */
export const classCodeDays = { default: 30, max: 180 } as const;
