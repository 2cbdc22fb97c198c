import type { Answer, Thread, ThreadSummary } from '@qihang/shared/threads/contract';

/** How the API gives an author: a graduate by name. */
export const named: ThreadSummary['author'] = {
  anonymous: false,
  name: '林晓 同学',
  about: '车辆工程 2027 届',
  official: false,
  self: false,
};

export const asker: ThreadSummary['author'] = {
  anonymous: true,
  name: '提问者',
  about: '',
  official: false,
  self: false,
};

/** A question in a list, as the API gives it. */
export const threadSummary = (part: Partial<ThreadSummary> = {}): ThreadSummary => ({
  id: 'q1',
  board: 'threads',
  title: '签过三方，还能按应届报选调吗',
  category: 'policy',
  state: 'answered',
  life: 'published',
  author: named,
  alias: null,
  askedAt: '2026-11-20T02:24:00.000Z',
  dueAt: null,
  overdue: false,
  onDuty: null,
  answerCount: 1,
  topAnswer: null,
  following: false,
  outdated: false,
  hidden: false,
  viewer: { can: [] },
  ...part,
});

/** What a piece that readers see says of its life. */
const publicLife = {
  life: 'published',
  version: 1,
  returned: null,
  takenDown: null,
  review: null,
  seen: { now: true, why: '已公开' },
  editedAt: null,
  edits: 0,
  outdated: false,
} as const;

export const answer = (part: Partial<Answer> = {}): Answer => ({
  id: 'a1',
  body: '算。看毕业时间和是否落实工作。',
  ...publicLife,
  useful: { n: 0, mine: false },
  author: { ...named, name: '王立群 老师', about: '就业指导中心', official: true },
  answeredAt: '2026-11-20T04:32:00.000Z',
  accepted: false,
  hidden: false,
  hiddenReason: null,
  viewer: { can: [] },
  ...part,
});

export const thread = (part: Partial<Thread> = {}): Thread => ({
  ...threadSummary(),
  ...publicLife,
  body: '10 月签的三方。',
  firstAnsweredAt: null,
  solvedAt: null,
  unsolvedAt: null,
  closed: null,
  duty: null,
  care: null,
  answers: [],
  hiddenReason: null,
  ...part,
});

/** The problem document of a refusal. */
export const refusal = (status: number, code: string, detail: string) => ({
  statusCode: status,
  data: { type: 'about:blank', title: detail, status, code, detail, requestId: 'r1', errors: [] },
});
