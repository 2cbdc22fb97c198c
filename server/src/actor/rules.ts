import type { Role } from '@qihang/shared/session/vocabulary';

/** A role that holds now; `boards` null means on every board. */
export interface Grant {
  role: Role;
  boards: readonly string[] | null;
  endsAt: Date | null;
}

/** A role that held once. */
export interface EndedGrant {
  role: Role;
  boards: readonly string[] | null;
  endedAt: Date;
}

/** The signed-in person as rules see one. */
export interface Actor {
  id: string;
  name: string;
  /** Verified as a member of the school. */
  verified: boolean;
  grants: readonly Grant[];
  /** For the words of a refusal: which role would have allowed it, and when it ended. */
  ended: readonly EndedGrant[];
  /** Until when the person may read and save but not speak; null when not muted. */
  mutedUntil: Date | null;
  /** The moderator's reason for the mute; null with `mutedUntil`. */
  mutedFor: string | null;
  /** Until when, and why, the person may not speak without a name; absent and null where that is not so. */
  anonymousMute?: { until: Date; reason: string } | null;
}

/** True when one of `roles` holds for the actor on any board. */
export const hasRole = (actor: Actor | null, roles: readonly Role[]): boolean =>
  actor?.grants.some(({ role }) => roles.includes(role)) ?? false;

interface Scoped {
  role: Role;
  boards: readonly string[] | null;
}

/** True for a grant of one of `roles` that reaches this board. */
const reaches = ({ role, boards }: Scoped, roles: readonly Role[], board: string): boolean =>
  roles.includes(role) && (boards === null || boards.includes(board));

/** True when one of `roles` holds for the actor on this board. */
export const hasRoleOn = (
  actor: Pick<Actor, 'grants'> | null,
  roles: readonly Role[],
  board: string,
): boolean => actor?.grants.some((grant) => reaches(grant, roles, board)) ?? false;

/** The roles that keep a board clean. */
export const moderatorRoles = ['lead', 'teacher', 'admin'] as const satisfies readonly Role[];

/** Leads of the board, teachers and admins keep it clean. */
export const canModerate = (actor: Pick<Actor, 'grants'> | null, board: string): boolean =>
  hasRoleOn(actor, moderatorRoles, board);

/** Muted people read, save and manage what is theirs, but put no word before others. */
export const isMuted = (actor: Actor | null): boolean => actor !== null && actor.mutedUntil !== null;

/** The same for words that are signed, or not. */
export const isMutedFor = (actor: Actor | null, anonymous: boolean): boolean =>
  isMuted(actor) || (anonymous && (actor?.anonymousMute ?? null) !== null);

/**
 * The last role that would have allowed what one of `roles` may do, on this board or, without one, anywhere; undefined
 * when there was none.
 */
export const endedGrantFor = (
  actor: Pick<Actor, 'ended'> | null,
  roles: readonly Role[],
  board?: string,
): EndedGrant | undefined =>
  actor?.ended
    .filter((grant) => (board === undefined ? roles.includes(grant.role) : reaches(grant, roles, board)))
    .sort((a, b) => b.endedAt.getTime() - a.endedAt.getTime())[0];

/** An admin ranks highest; a person without an office ranks lowest. */
const ranks = { graduate: 0, lead: 1, teacher: 2, admin: 3 } as const satisfies Record<Role, number>;

export const rankOf = (roles: readonly Role[]): number => Math.max(0, ...roles.map((role) => ranks[role]));

/** The rank a person has on one board. */
export const rankOn = ({ grants }: Pick<Actor, 'grants'>, board: string): number =>
  rankOf(grants.filter((grant) => reaches(grant, [grant.role], board)).map(({ role }) => role));
