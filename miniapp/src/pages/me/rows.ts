import type { Me } from '@qihang/shared/session/contract';
import type { PersonAction } from '@qihang/shared/session/vocabulary';
import { verificationStateNames } from '@qihang/shared/verification/vocabulary';
import type { Page } from '@/app.pages';
import { officeGroups, officeRows } from '@/common/office/office-rows';
import { mayDo } from '@/features/account/can';
import type { IconName } from '@/ui/icon/names';

/** What notes are made from. */
interface Known {
  /** Undefined for visitors, and until the server has answered. */
  me: Me | undefined;
  /** Jobs that wait for the person, where the person publishes any. */
  waiting: number | undefined;
  /** Messages that the person has not read. */
  unread: number | undefined;
}

interface Row {
  icon: IconName;
  text: string;
  note: string | ((known: Known) => string | undefined);
  page: Page;
  query?: Record<string, string>;
  /** Who sees it: a word of `me.viewer.can` means the people who have it. */
  needs: 'nothing' | 'session' | PersonAction;
}

/** The rows of 我的 in order. */
const rows: readonly Row[] = [
  {
    icon: 'bell',
    text: '消息',
    note: ({ unread }) => (unread ? `${unread} 条未读` : undefined),
    page: 'notifications',
    needs: 'session',
  },
  {
    icon: 'briefcase',
    text: '我发布的',
    note: ({ waiting }) => (waiting ? `${waiting} 个岗位等你处理` : '核实、延期、修改'),
    page: 'myJobs',
    needs: 'publish-jobs',
  },
  {
    icon: 'file',
    text: '批量导入',
    note: 'CSV 或 Excel 表格',
    page: 'jobImport',
    needs: 'import-jobs',
  },
  {
    icon: 'megaphone',
    text: '群发包',
    note: '选几条，发到微信群',
    page: 'digest',
    needs: 'send-digests',
  },
  { icon: 'compass', text: '这一周', note: '对口新岗位、快截止', page: 'weekly', needs: 'session' },
  { icon: 'bookmark', text: '我的关注', note: '条件、单位、栏目', page: 'follows', needs: 'session' },
  { icon: 'calendar', text: '截止日历', note: '收藏的截止日期', page: 'calendar', needs: 'session' },
  { icon: 'pencil', text: '求职资料', note: '专业、学历、意向', page: 'profile', needs: 'session' },
  {
    icon: 'shield',
    text: '身份认证',
    note: ({ me }) => me && verificationStateNames[me.verification],
    page: 'verification',
    needs: 'session',
  },
  { icon: 'flag', text: '我的举报', note: '处理到哪一步', page: 'myReports', needs: 'session' },
  {
    icon: 'sliders',
    text: '消息设置',
    note: '微信提醒、夜里不打扰',
    page: 'messageSettings',
    needs: 'session',
  },
  {
    icon: 'info',
    text: '社区规范',
    note: '什么不能发，怎么处理',
    page: 'document',
    query: { name: 'community-rules' },
    needs: 'nothing',
  },
  { icon: 'search', text: '搜索', note: '岗位、文章、问题', page: 'search', needs: 'nothing' },
  { icon: 'settings', text: '设置', note: '字号、深色', page: 'settings', needs: 'nothing' },
];

const isShown = ({ needs }: Row, signedIn: boolean, me: Me | undefined): boolean => {
  if (needs === 'nothing') return true;
  return signedIn && (needs === 'session' || mayDo(me, needs));
};

/** The rows that this person sees, with their notes in words: the person's own, then those of the office by group. */
export function groupsFor(signedIn: boolean, known: Known) {
  const own = rows
    .filter((row) => isShown(row, signedIn, known.me))
    .map(({ icon, text, note, page, query }) => ({
      icon,
      text,
      page,
      query,
      note: typeof note === 'string' ? note : note(known),
    }));
  const office = (['content', 'people', 'system'] as const).map((group) => ({
    title: officeGroups[group],
    rows: officeRows
      .filter((row) => row.group === group && signedIn && mayDo(known.me, row.needs))
      .map(({ icon, text, note, page }) => ({ icon, text, note, page, query: undefined })),
  }));
  return [{ title: undefined, rows: own }, ...office.filter((group) => group.rows.length > 0)];
}
