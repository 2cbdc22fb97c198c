import type { Me } from '@qihang/shared/session/contract';
import type { Grant } from '../users/rules';
import type { UserRow } from './store';

export function viewMe(user: UserRow, grants: readonly Grant[]): Me {
  const { name, college, major, degree, graduationYear, cities, kinds } = user;
  return {
    name,
    college,
    roles: grants.map(({ role, endsAt }) => ({ role, endsAt: endsAt?.toISOString() ?? null })),
    profile: { major, degree, graduationYear, cities, kinds },
  };
}
