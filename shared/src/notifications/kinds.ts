import type { QueueState } from '../cases/vocabulary';
import type { JobChange } from '../reminders/vocabulary';
import type { Purpose } from '../subscriptions/vocabulary';
import type { NotificationSwitch } from './settings';
import type { NotificationGroup, NotificationPage } from './vocabulary';

/** What the words of a kind may say. None of it names an anonymous person. */
interface Told {
  /** How many events were folded into it. */
  count: number;
  /** The opening words of the piece while its reader may see it, else what it is (一个问题). */
  piece: string;
  /** The reason that the piece carries while it is in the state that was told; '' without one. */
  reason: string;
  /** What else the event said: days and codes. A `deadline` (wall clock in Shanghai) is the time that messages tell. */
  data: Readonly<Record<string, string>>;
}

interface Kind {
  group: NotificationGroup;
  title: string | ((told: Told) => string);
  body?: (told: Told) => string;
  /** The verb of the way on; left out where the row itself is the way. */
  act?: string;
  /** What it opens, where that is not the piece. */
  opens?: NotificationPage;
  /** The list of the queue, where that is not 待审. */
  state?: QueueState;
  /** What it opens where it stands for several pieces. */
  opensMany?: NotificationPage;
  /** What it is told for outside of the inbox, which takes a credit of this purpose; left out, it is told in the inbox alone. */
  purpose?: Purpose;
  /** The switch that keeps it from being told at all; left out, it cannot be muted. */
  setting?: NotificationSwitch;
  /** Outside of the inbox it is told at most once a day of the same thing (`foldKey`). */
  daily?: true;
  /** At most five Chinese characters, for templates that ask for a state; left out, that of the purpose. */
  status?: string;
}

/** `2026-11-27` as people say it. */
const dayWords = ({ day = '' }: Told['data']): string => {
  const [, month, date] = day.split('-').map(Number);
  return `${month} 月 ${date} 日`;
};
/** `2026-11-27`, the whole day, or `2026-11-27T18:00` as people say it. */
const deadlineWords = ({ deadline = '' }: Told['data']): string => {
  const [day = '', time] = deadline.split('T');
  return time === undefined ? dayWords({ day }) : `${dayWords({ day })} ${time}`;
};
const dayOnly = ({ deadline = '' }: Told['data']): string => dayWords({ day: deadline.slice(0, 10) });
const changeWords = ({ piece, data }: Told): string => {
  switch (data.what as JobChange) {
    case 'later':
      return `延期：${piece}，${deadlineWords(data)} 截止`;
    case 'earlier':
      return `提前：${piece}，${deadlineWords(data)} 截止`;
    case 'dated':
      return `有了截止日期：${piece}，${deadlineWords(data)} 截止`;
    case 'undated':
      return `长期招聘：${piece}，不再有截止日期`;
    case 'doubted':
      return `待核实：${piece}，有同学说停招了，投递前先问清楚`;
    case 'confirmed':
      return `核实过了：${piece}，还在招`;
    case 'hidden':
      return '你收藏的一个岗位下架了';
    case 'restored':
      return `恢复：${piece}，又能看到了`;
  }
};
const ofPiece = ({ piece }: Told) => piece;
const withReason =
  (otherwise: string) =>
  ({ reason }: Told): string =>
    reason || otherwise;

/** The parts of a weekly digest that hold anything, by their numbers in `data`. */
const weekWords = ({ data }: Told): string => {
  const parts = [
    ['matches', '个对口新岗位'],
    ['follows', '条关注的新内容'],
    ['closing', '个收藏快截止'],
    ['threads', '个问题有动静'],
  ] as const;
  return parts.flatMap(([part, words]) => (data[part] ? [`${data[part]} ${words}`] : [])).join('，');
};

/**
 * Every kind of notification, one line each: the words it is told in, made when it is read. A new one is its line here and
 * `notify` in a reaction to the event.
 */
export const notificationKinds = {
  'job.closing-soon': {
    group: 'deadlines',
    title: ({ count, piece, data }) =>
      count > 1
        ? `收藏的 ${count} 个岗位 ${deadlineWords(data)} 截止`
        : `${deadlineWords(data)} 截止：${piece}`,
    body: () => '还没有标「已投递」；投了就标一下，不再提醒',
    opensMany: 'saved',
    purpose: 'deadline',
    setting: 'deadlines',
  },
  'job.closes-today': {
    group: 'deadlines',
    title: ({ count, piece, data }) =>
      count > 1
        ? `最后一天：收藏的 ${count} 个岗位 ${dayOnly(data)} 截止`
        : `最后一天：${piece}，${deadlineWords(data)} 截止`,
    body: () => '还没有标「已投递」；投了就标一下，不再提醒',
    opensMany: 'saved',
    purpose: 'deadline',
    setting: 'deadlines',
    status: '今天截止',
  },
  'job.changed': {
    group: 'deadlines',
    title: changeWords,
    body: () => '你收藏了这个岗位',
    purpose: 'deadline',
    setting: 'job-changes',
    status: '有变化',
  },
  'must-read.asked': {
    group: 'notices',
    title: ({ piece }) => `请读完并确认：${piece}`,
    body: ({ data }) => (data.deadline ? `${deadlineWords(data)} 前确认` : ''),
    purpose: 'deadline',
    status: '请确认',
  },
  'must-read.due': {
    group: 'notices',
    title: ({ count, piece }) => (count > 1 ? `明天前要确认 ${count} 篇通知` : `还没有确认：${piece}`),
    body: ({ data }) => `${deadlineWords(data)} 前读完并确认`,
    purpose: 'deadline',
    daily: true,
    status: '请确认',
  },
  'term.ending': {
    group: 'notices',
    title: ({ data }) => `你的任期 ${deadlineWords(data)} 结束`,
    body: () => '内容、值班和在跟的问题，到期前交给接任的人',
    act: '去交接',
    opens: 'handover',
    purpose: 'deadline',
    status: '将到期',
  },
  'term.lead-ending': {
    group: 'notices',
    title: ({ count }) => (count > 1 ? `${count} 位骨干快到任期` : '一位骨干快到任期'),
    body: ({ data }) => `${deadlineWords(data)} 到期，请看看谁来接`,
    act: '去安排',
    opens: 'people',
  },
  'thread.overdue-soon': {
    group: 'threads',
    title: '一个问题快超时了，等你回答',
    body: ofPiece,
    act: '去回答',
    purpose: 'answer',
    status: '快超时',
  },
  'thread.answered': {
    group: 'threads',
    title: ({ count }) => (count > 1 ? `你的问题有 ${count} 个新回答` : '你的问题有新回答'),
    body: ofPiece,
    purpose: 'answer',
    setting: 'answers',
  },
  'thread.followed-answered': {
    group: 'threads',
    title: ({ count }) => (count > 1 ? `你关注的问题有 ${count} 个新回答` : '你关注的问题有新回答'),
    body: ofPiece,
    purpose: 'answer',
    setting: 'followed',
    daily: true,
  },
  'thread.accepted': { group: 'threads', title: '你的回答被采纳了', body: ofPiece },
  'thread.on-duty': {
    group: 'threads',
    title: '有一个问题等你回答',
    body: ofPiece,
    act: '去回答',
    purpose: 'answer',
    status: '待回答',
  },
  'thread.unsolved': {
    group: 'threads',
    title: '问的人说没解决，等你再回答',
    body: ofPiece,
    act: '去回答',
    purpose: 'answer',
    status: '没解决',
  },
  'thread.escalated': {
    group: 'threads',
    title: '一个问题超时了，转给你回答',
    body: ofPiece,
    act: '去回答',
    purpose: 'answer',
    status: '待回答',
  },
  'thread.moved-on': { group: 'threads', title: '你的问题超时没答，已转给下一位', body: ofPiece },
  'piece.passed': {
    group: 'review',
    title: ({ piece }) => `通过：${piece}`,
    body: () => '已经审核通过；定了时间的，到时公开',
    purpose: 'decision',
    status: '已通过',
  },
  'piece.returned': {
    group: 'review',
    title: ({ piece }) => `退回：${piece}`,
    body: withReason('打开看看要改哪里，改好可以再送审'),
    act: '去修改',
    purpose: 'decision',
    status: '已退回',
  },
  'piece.hidden': {
    group: 'review',
    title: ({ piece }) => `下架：${piece}`,
    body: withReason('打开看看原因；觉得不对，可以申诉'),
    act: '去看看',
    purpose: 'decision',
    status: '已下架',
  },
  'piece.restored': {
    group: 'review',
    title: ({ piece }) => `恢复：${piece}`,
    body: () => '读者又能看到了',
    purpose: 'decision',
    status: '已恢复',
  },
  'appeal.overturned': {
    group: 'review',
    title: '申诉通过',
    body: ({ piece }) => `${piece}：另一位同事看过，撤销了原来的处理`,
    purpose: 'decision',
    status: '申诉通过',
  },
  'appeal.upheld': {
    group: 'review',
    title: '申诉有了结果：维持原来的处理',
    body: ({ piece }) => `${piece}：另一位同事也看过了。改好可以再送审`,
    purpose: 'decision',
    status: '维持原判',
  },
  // Urgent without signs of despair, which have a kind of their own, are reports alone.
  'case.urgent': {
    group: 'review',
    title: '有内容急着要看',
    body: ofPiece,
    act: '去审核',
    opens: 'queue',
    state: 'reported',
    purpose: 'decision',
    status: '待审核',
  },
  'case.appealed': {
    group: 'review',
    title: ({ count }) => (count > 1 ? `有 ${count} 条申诉等你看` : '有一条申诉等你看'),
    act: '去看申诉',
    opens: 'queue',
    state: 'appealed',
    purpose: 'decision',
    status: '待审核',
  },
  'care.raised': {
    group: 'review',
    title: '有同学可能需要关心，请马上看',
    body: ofPiece,
    act: '去看看',
    opens: 'queue',
    purpose: 'decision',
    status: '请马上看',
  },
  'report.hide': { group: 'notices', title: '你的举报有结果：已下架', body: ofPiece, opens: 'my-reports' },
  'report.recheck': {
    group: 'notices',
    title: '你的举报有结果：已标待核实',
    body: ofPiece,
    opens: 'my-reports',
  },
  'report.dismiss': {
    group: 'notices',
    title: '你的举报有结果：没有成立',
    body: ofPiece,
    act: '看结果',
    opens: 'my-reports',
  },
  'report.gone': {
    group: 'notices',
    title: '你的举报有结果：作者已下架',
    body: ofPiece,
    opens: 'my-reports',
  },
  'duty.swap-asked': {
    group: 'notices',
    title: ({ data }) => `有人请你替 ${dayWords(data)}的值班`,
    act: '去看看',
    opens: 'duty',
  },
  'duty.swap-accepted': {
    group: 'notices',
    title: ({ data }) => `${dayWords(data)}的值班有人替了`,
    opens: 'duty',
  },
  'duty.swap-declined': {
    group: 'notices',
    title: ({ data }) => `${dayWords(data)}的值班对方替不了`,
    act: '再找一位',
    opens: 'duty',
  },
  'follow.matched': {
    group: 'notices',
    title: ({ count }) => (count > 1 ? `你关注的有 ${count} 条新内容` : '你关注的有新内容'),
    body: ofPiece,
    opensMany: 'weekly',
    purpose: 'digest',
    setting: 'matches',
    status: '有新内容',
  },
  'weekly.ready': {
    group: 'notices',
    title: '这一周：和你有关的都在这里',
    body: weekWords,
    act: '去看看',
    opens: 'weekly',
    purpose: 'digest',
    setting: 'matches',
    status: '每周汇总',
  },
  'identity.revealed': {
    group: 'notices',
    title: '管理员查看了你的匿名身份',
    body: ({ piece }) => `${piece}。查看要写理由，并留有记录；想知道为什么，可以问就业指导中心`,
  },
} as const satisfies Record<string, Kind>;

export type NotificationKind = keyof typeof notificationKinds;

export const notificationKindNames = Object.keys(notificationKinds) as [
  NotificationKind,
  ...NotificationKind[],
];

/** The words of a notification. */
export function tell(kind: NotificationKind, told: Told): { title: string; body: string } {
  const { title, body }: Kind = notificationKinds[kind];
  return { title: typeof title === 'string' ? title : title(told), body: body?.(told) ?? '' };
}

export const groupOf = (kind: NotificationKind): NotificationGroup => notificationKinds[kind].group;
export const actOf = (kind: NotificationKind): string | null => {
  const { act }: Kind = notificationKinds[kind];
  return act ?? null;
};
/** What it opens in place of the piece; null for the piece. */
export const opensOf = (kind: NotificationKind, count: number): NotificationPage | null => {
  const { opens, opensMany }: Kind = notificationKinds[kind];
  return (count > 1 ? opensMany : undefined) ?? opens ?? null;
};
export const queueStateOf = (kind: NotificationKind): QueueState | null => {
  const { state }: Kind = notificationKinds[kind];
  return state ?? null;
};

export const purposeOf = (kind: NotificationKind): Purpose | null => {
  const { purpose }: Kind = notificationKinds[kind];
  return purpose ?? null;
};
export const settingOf = (kind: NotificationKind): NotificationSwitch | null => {
  const { setting }: Kind = notificationKinds[kind];
  return setting ?? null;
};

/** Whether it is told at most once a day of the same thing, outside of the inbox. */
export const isDaily = (kind: NotificationKind): boolean => {
  const { daily }: Kind = notificationKinds[kind];
  return daily ?? false;
};

const usualStatus: Record<Purpose, string> = {
  deadline: '快截止',
  answer: '有回答',
  decision: '有结果',
  digest: '有更新',
};

/** At most five Chinese characters for templates that ask for a state; null for what is told in the inbox alone. */
export const statusOf = (kind: NotificationKind): string | null => {
  const { purpose, status }: Kind = notificationKinds[kind];
  return purpose === undefined ? null : (status ?? usualStatus[purpose]);
};

/** The kinds of one group. */
export const kindsOf = (group: NotificationGroup): NotificationKind[] =>
  notificationKindNames.filter((kind) => groupOf(kind) === group);
