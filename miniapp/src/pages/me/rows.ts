import type { Me } from '@qihang/shared/session/contract';
import type { PersonAction } from '@qihang/shared/session/vocabulary';
import { verificationStateNames } from '@qihang/shared/verification/vocabulary';
import type { Page } from '@/app.pages';
import { mayDo } from '@/features/account/can';
import type { IconName } from '@/ui/icon/names';

/** What notes are made from. */
interface Known {
  /** Undefined for visitors, and until the server has answered. */
  me: Me | undefined;
  /** Jobs that wait for the person, where the person publishes any. */
  waiting: number | undefined;
}

interface Row {
  icon: IconName;
  text: string;
  note: string | ((known: Known) => string | undefined);
  page: Page;
  /** Who sees it: a word of `me.viewer.can` means the people who have it. */
  needs: 'nothing' | 'session' | PersonAction;
}

/** The rows of 我的 in order. */
const rows: readonly Row[] = [
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
  { icon: 'calendar', text: '截止日历', note: '收藏的截止日期', page: 'calendar', needs: 'session' },
  { icon: 'pencil', text: '求职资料', note: '专业、学历、意向', page: 'profile', needs: 'session' },
  {
    icon: 'shield',
    text: '身份认证',
    note: ({ me }) => me && verificationStateNames[me.verification],
    page: 'verification',
    needs: 'session',
  },
  { icon: 'user', text: '名册', note: '学生、班级邀请码', page: 'roster', needs: 'see-roster' },
  {
    icon: 'sliders',
    text: '栏目管理',
    note: '规则、开关、排序',
    page: 'boardsAdmin',
    needs: 'manage-boards',
  },
  { icon: 'file', text: '操作记录', note: '谁在何时做了什么', page: 'audit', needs: 'see-audit' },
  { icon: 'user', text: '人员与任期', note: '职务、到期、交接', page: 'people', needs: 'see-people' },
  { icon: 'inbox', text: '无主事项', note: '没人管的岗位和问题', page: 'orphans', needs: 'see-orphans' },
  { icon: 'minus', text: '禁言名单', note: '谁、到何时、为什么', page: 'mutes', needs: 'see-mutes' },
  { icon: 'search', text: '搜索', note: '岗位、文章、问题', page: 'search', needs: 'nothing' },
  { icon: 'settings', text: '设置', note: '字号、深色', page: 'settings', needs: 'nothing' },
];

const isShown = ({ needs }: Row, signedIn: boolean, me: Me | undefined): boolean => {
  if (needs === 'nothing') return true;
  return signedIn && (needs === 'session' || mayDo(me, needs));
};

/** The rows that this person sees, with their notes in words. */
export const rowsFor = (signedIn: boolean, known: Known) =>
  rows
    .filter((row) => isShown(row, signedIn, known.me))
    .map(({ icon, text, note, page }) => ({
      icon,
      text,
      page,
      note: typeof note === 'string' ? note : note(known),
    }));
