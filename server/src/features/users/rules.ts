import type { Role } from '@qihang/shared/session/vocabulary';

/** A role that holds now; `boards` null means on every board. */
export interface Grant {
  role: Role;
  boards: readonly string[] | null;
  endsAt: Date | null;
}

/** The signed-in person as rules see one. */
export interface Actor {
  id: string;
  name: string;
  /** Verified as a member of the school. */
  verified: boolean;
  grants: readonly Grant[];
}

/** True when one of `roles` holds for the actor on any board. */
export const hasRole = (actor: Actor | null, roles: readonly Role[]): boolean =>
  actor?.grants.some(({ role }) => roles.includes(role)) ?? false;

/** True when one of `roles` holds for the actor on this board. */
export const hasRoleOn = (actor: Actor | null, roles: readonly Role[], board: string): boolean =>
  actor?.grants.some(
    ({ role, boards }) => roles.includes(role) && (boards === null || boards.includes(board)),
  ) ?? false;

/** Leads of the board, teachers and admins keep it clean. */
export const canModerate = (actor: Actor | null, board: string): boolean =>
  hasRoleOn(actor, ['lead', 'teacher', 'admin'], board);
