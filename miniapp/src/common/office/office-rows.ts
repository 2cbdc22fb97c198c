import type { PersonAction } from '@qihang/shared/session/vocabulary';
import type { Page } from '@/app.pages';
import type { IconName } from '@/ui/icon/names';

/** What the office keeps in order. */
export const officeGroups = { content: '内容', people: '人', system: '系统' } as const;
export type OfficeGroup = keyof typeof officeGroups;

interface OfficeRow {
  icon: IconName;
  text: string;
  note: string;
  page: Page;
  /** Who sees it: people who have this word of `me.viewer.can`. */
  needs: PersonAction;
  group: OfficeGroup;
}

/** The pages of teachers and admins, in order; on 我的 and on the desk. */
export const officeRows: readonly OfficeRow[] = [
  {
    icon: 'sliders',
    text: '栏目管理',
    note: '规则、开关、排序',
    page: 'boardsAdmin',
    needs: 'manage-boards',
    group: 'content',
  },
  {
    icon: 'chat',
    text: '关怀联系方式',
    note: '让人担心时给谁打电话',
    page: 'careSettings',
    needs: 'manage-boards',
    group: 'content',
  },
  {
    icon: 'inbox',
    text: '无主事项',
    note: '没人管的岗位和问题',
    page: 'orphans',
    needs: 'see-orphans',
    group: 'content',
  },
  {
    icon: 'clock',
    text: '排班',
    note: '问答谁值班、答复时限',
    page: 'dutyAdmin',
    needs: 'see-orphans',
    group: 'people',
  },
  {
    icon: 'user',
    text: '名册',
    note: '学生、班级邀请码',
    page: 'roster',
    needs: 'see-roster',
    group: 'people',
  },
  {
    icon: 'user',
    text: '人员与任期',
    note: '职务、到期、交接',
    page: 'people',
    needs: 'see-people',
    group: 'people',
  },
  {
    icon: 'minus',
    text: '禁言名单',
    note: '谁、到何时、为什么',
    page: 'mutes',
    needs: 'see-mutes',
    group: 'people',
  },
  {
    icon: 'bell',
    text: '微信模板',
    note: '微信提醒里写什么',
    page: 'messageTemplates',
    needs: 'manage-boards',
    group: 'system',
  },
  {
    icon: 'send',
    text: '消息发送',
    note: '发没发出去、为什么',
    page: 'deliveries',
    needs: 'manage-boards',
    group: 'system',
  },
  {
    icon: 'file',
    text: '操作记录',
    note: '谁在何时做了什么',
    page: 'audit',
    needs: 'see-audit',
    group: 'system',
  },
];
