import type { Access } from '@qihang/shared/contract/route';
import type { Role } from '@qihang/shared/session/vocabulary';
import { forbidden } from '../actor/refusals';
import { type Actor, hasRole } from '../actor/rules';
import { AppError } from '../errors';

const rolesFor = {
  lead: ['lead', 'teacher', 'admin'],
  teacher: ['teacher', 'admin'],
  admin: ['admin'],
} as const satisfies Partial<Record<Access, readonly Role[]>>;

/**
 * Checks the route's access level; what a person may do with the object itself is the feature's rule.
 * @throws AppError `session.required`, `action.forbidden`, `person.muted`
 */
export function requireAccess(access: Access, actor: Actor | null): void {
  if (access === 'public') return;
  if (!actor) throw new AppError('session.required');
  if (access === 'signed-in') return;
  if (!hasRole(actor, rolesFor[access])) throw forbidden(actor, rolesFor[access]);
}
