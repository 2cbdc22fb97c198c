import { type Role, roleNames } from '@qihang/shared/session/vocabulary';
import { endWords } from '@qihang/shared/time/words';
import { AppError } from '../errors';
import { type Actor, endedGrantFor, hasRole, hasRoleOn } from './rules';

/** @throws AppError `person.muted`, which says until when and why */
export function refuseMuted({ mutedUntil, mutedFor }: Actor): void {
  if (mutedUntil === null) return;
  const words = `你被禁言到 ${endWords(mutedUntil.getTime())}：${mutedFor}。这期间可以阅读、收藏、管理自己的资料`;
  throw new AppError('person.muted', words);
}

/**
 * For words that are signed, or not.
 * @throws AppError `person.muted`, which says until when and why
 */
export function refuseMutedFor(actor: Actor, anonymous: boolean): void {
  refuseMuted(actor);
  if (!anonymous || !actor.anonymousMute) return;
  const { until, reason } = actor.anonymousMute;
  const words = `你到 ${endWords(until.getTime())} 不能匿名发言：${reason}。这期间可以署名提问和回答`;
  throw new AppError('person.muted', words);
}

/**
 * The refusal of an act reserved to `roles`, on this board or anywhere. It names a term that has ended, and when: the
 * page was opened while it ran.
 * @throws AppError `person.muted` instead when the actor holds the role but is muted
 */
export function forbidden(actor: Actor, roles: readonly Role[], board?: string): AppError {
  const holds = board === undefined ? hasRole(actor, roles) : hasRoleOn(actor, roles, board);
  if (holds) refuseMuted(actor);
  const ended = endedGrantFor(actor, roles, board);
  if (!ended) return new AppError('action.forbidden');
  const term = `你的${roleNames[ended.role]}任期已于 ${endWords(ended.endedAt.getTime())} 结束`;
  return new AppError('action.forbidden', `${term}，不能再做这件事；还需要的话，请联系就业指导老师`);
}
