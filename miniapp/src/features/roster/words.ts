import type { ClassCode, ClassSummary } from '@qihang/shared/verification/roster';
import { dateWords } from '@/ui/date-words';
import type { Binding } from './hooks';

export const bindingNames = {
  bound: '已认证',
  unbound: '未认证',
  left: '已不在校',
} as const satisfies Record<Binding, string>;

type Class = Pick<ClassSummary, 'college' | 'className' | 'graduationYear'>;

/** One text a class, for choosing. */
export const classKey = ({ college, className, graduationYear }: Class) =>
  [graduationYear, college, className].join('\n');

/** `车辆2301班 · 2027 届` */
export const classWords = ({ className, graduationYear }: Class) => `${className} · ${graduationYear} 届`;

/** What a teacher pastes into the class's group. */
export const invitation = ({ className, code, expiresAt }: ClassCode, now: Date) =>
  `【启航身份认证】${className}的邀请码：${code}，${dateWords(new Date(expiresAt), now)}前有效。打开启航 → 我的 → 身份认证，填学号、姓名和邀请码。只发在本班群里，不要转给别人。`;
