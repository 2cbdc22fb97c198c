import type { Person, PersonSummary, RoleTerm } from '@qihang/shared/people/contract';
import type { HoldingType } from '@qihang/shared/people/vocabulary';
import { officeRoles } from '@qihang/shared/people/vocabulary';
import { type Actor, hasRole } from '../../actor/rules';
import { bylineOf } from '../users/public';
import { grantState, isOpenTerm, lastDayOf } from './rules';
import type { GrantRow, UserRow } from './store';

export type Counts = Record<HoldingType, number>;

export const noHoldings: Counts = { job: 0, thread: 0 };

const isAdmin = (actor: Actor): boolean => hasRole(actor, ['admin']);

export function viewGrant(grant: GrantRow, actor: Actor, now: Date): RoleTerm {
  const { id, role, boards, startsAt, endsAt, version } = grant;
  const inOffice = officeRoles.some((office) => office === role);
  const mayChange = isAdmin(actor) && inOffice && isOpenTerm(grant, now);
  return {
    id,
    role,
    boards,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    endsOn: lastDayOf(grant),
    state: grantState(grant, now),
    version,
    viewer: { can: mayChange ? ['change', 'end'] : [] },
  };
}

/** Name and what a person is now, as everybody is shown, with the id by which the office acts. */
export function viewName(user: UserRow, grants: readonly GrantRow[], now: Date) {
  const current = grants.filter((grant) => grantState(grant, now) === 'current').map(({ role }) => role);
  const { about } = bylineOf(user, current, now);
  return { id: user.id, name: user.name, about };
}

export interface PersonRow {
  user: UserRow;
  grants: readonly GrantRow[];
  mutedUntil: Date | undefined;
}

export function viewPerson({ user, grants, mutedUntil }: PersonRow, actor: Actor, now: Date): PersonSummary {
  const current = grants.filter((grant) => grantState(grant, now) === 'current');
  return {
    ...viewName(user, grants, now),
    studentNo: isAdmin(actor) ? user.studentNo : null,
    verified: user.verified,
    grants: current.map((grant) => viewGrant(grant, actor, now)),
    mutedUntil: mutedUntil?.toISOString() ?? null,
  };
}

export function viewWholePerson(row: PersonRow, holdings: Counts, actor: Actor, now: Date): Person {
  const { college, major, graduationYear } = row.user;
  return {
    ...viewPerson(row, actor, now),
    college,
    major,
    graduationYear,
    grants: row.grants.map((grant) => viewGrant(grant, actor, now)),
    holdings,
    viewer: { can: isAdmin(actor) ? ['grant'] : [] },
  };
}
