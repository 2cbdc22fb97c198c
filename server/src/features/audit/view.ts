import type { AuditEntry } from '@qihang/shared/audit/contract';
import { auditActions, auditTargets } from '@qihang/shared/audit/vocabulary';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { dayAt, wallClockAt } from '@qihang/shared/time/shanghai';
import type { AuditRow } from './store';
import { targetKey } from './store';

export function viewEntry({ entry, actorName }: AuditRow, titles: ReadonlyMap<string, string>): AuditEntry {
  const { id, at, actorId, actorRoles, action, targetType, targetId, before, after, reason, requestId } =
    entry;
  return {
    id,
    at: at.toISOString(),
    actor: actorId === null ? null : { id: actorId, name: actorName },
    roles: actorRoles,
    action,
    target: { type: targetType, id: targetId, title: titles.get(targetKey(entry)) ?? null },
    before,
    after,
    reason,
    requestId,
  };
}

/** Words for what the vocabulary knows; the word itself for what it does not know yet. */
const nameIn = (names: Readonly<Record<string, string>>, word: string): string => names[word] ?? word;

const actionNames = Object.fromEntries(Object.entries(auditActions).map(([word, { name }]) => [word, name]));

export const csvHead = [
  '时间',
  '操作人',
  '操作人编号',
  '当时的身份',
  '操作',
  '对象类型',
  '对象',
  '对象编号',
  '原因',
  '之前',
  '之后',
  '请求编号',
];

const two = (n: number): string => String(n).padStart(2, '0');

function timeOf(at: string): string {
  const instant = Date.parse(at);
  const { hour, minute } = wallClockAt(instant);
  return `${dayAt(instant)} ${two(hour)}:${two(minute)}`;
}

const json = (fields: AuditEntry['before']): string => (fields === null ? '' : JSON.stringify(fields));

/** A row of the exported file, in the order of `csvHead`. */
export function csvRow({ at, actor, roles, action, target, before, after, reason, requestId }: AuditEntry) {
  return [
    timeOf(at),
    actor === null ? '系统' : (actor.name ?? '已注销用户'),
    actor?.id ?? '',
    roles.map((role) => roleNames[role]).join('、'),
    nameIn(actionNames, action),
    nameIn(auditTargets, target.type),
    target.title ?? '',
    target.id,
    reason ?? '',
    json(before),
    json(after),
    requestId,
  ];
}
