import type { AuditEntry } from '@qihang/shared/audit/contract';
import { auditActions, auditTargets } from '@qihang/shared/audit/vocabulary';
import { jobFieldNames, jobFields } from '@qihang/shared/jobs/fields';
import { type Role, roleNames, roles } from '@qihang/shared/session/vocabulary';

const known = <T>(words: Readonly<Record<string, T>>, word: string): T | undefined => words[word];

export const actorName = (actor: AuditEntry['actor']): string =>
  actor === null ? '系统' : (actor.name ?? '已注销用户');

/** 岗位“整车热管理工程师”; the id where the thing is gone or has no name. */
export function targetWords({ type, id, title }: AuditEntry['target']): string {
  const kind = known(auditTargets, type) ?? type;
  if (title !== null) return `${kind}“${title}”`;
  return type === 'audit' ? kind : `${kind} ${id}`;
}

/** An older page still tells of an act it has no word for. */
export const actWords = (action: string): string => known(auditActions, action)?.did ?? `做了 ${action}：`;

export const roleWords = (held: readonly Role[]): string =>
  roles
    .filter((role) => held.includes(role))
    .map((role) => roleNames[role])
    .join('、');

const jobLabels: Readonly<Record<string, string>> = Object.fromEntries(
  jobFieldNames.map((field) => [field, jobFields[field].label]),
);

const fieldNames: Readonly<Record<string, string>> = {
  ...jobLabels,
  action: '操作',
  actor: '操作人',
  boards: '栏目范围',
  colour: '颜色',
  days: '天数',
  enabled: '开放',
  endsAt: '到期',
  filter: '筛选',
  from: '从',
  hidden: '已下架',
  hiddenReason: '下架原因',
  jobs: '岗位',
  muteId: '禁言编号',
  name: '名称',
  others: '还改了',
  pinnedUntil: '置顶到',
  position: '顺序',
  recheckOn: '核实日',
  review: '审核',
  role: '身份',
  rows: '条数',
  rules: '自检提醒',
  slug: '标识',
  sourceName: '来源',
  sourceRequired: '须写来源',
  startsAt: '开始',
  strip: '上首页',
  targetId: '对象编号',
  targetType: '对象类型',
  title: '标题',
  to: '到',
  userId: '用户编号',
  version: '版本',
};

/** The fields that `others` and the like name. */
const partNames: Readonly<Record<string, string>> = {
  ...fieldNames,
  cover: '封面',
  markdown: '正文',
  sourceUrl: '来源链接',
  summary: '摘要',
};

export const fieldName = (field: string): string => fieldNames[field] ?? field;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A recorded value in words; `momentOf` says an instant. */
export function valueWords(value: unknown, momentOf: (instant: Date) => string): string {
  if (value === null || value === undefined || value === '') return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value))
    return value.map((one) => partNames[String(one)] ?? valueWords(one, momentOf)).join('、') || '无';
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([field, inner]) => `${fieldName(field)} ${valueWords(inner, momentOf)}`)
        .join('，') || '无'
    );
  const text = String(value);
  return instant.test(text) ? momentOf(new Date(text)) : text;
}

export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** Each field that was recorded, with both sides; those that stayed the same come last. */
export function changesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changes = fields.map((field) => ({ field, before: before?.[field], after: after?.[field] }));
  const stayed = (one: Change) => JSON.stringify(one.before) === JSON.stringify(one.after);
  return [...changes.filter((one) => !stayed(one)), ...changes.filter(stayed)];
}
