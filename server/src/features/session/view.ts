import type { Me } from '@qihang/shared/session/contract';
import type { Actor } from '../users/rules';
import type { UserRow } from './store';

type Standing = Pick<Actor, 'grants' | 'mutedUntil' | 'mutedFor'>;

export function viewMe(user: UserRow, { grants, mutedUntil, mutedFor }: Standing): Me {
  const { name, college, major, degree, graduationYear, cities, kinds } = user;
  return {
    name,
    college,
    roles: grants.map(({ role, boards, endsAt }) => ({
      role,
      boards: boards && [...boards],
      endsAt: endsAt?.toISOString() ?? null,
    })),
    muted: mutedUntil && { until: mutedUntil.toISOString(), reason: mutedFor ?? '' },
    profile: { major, degree, graduationYear, cities, kinds },
  };
}
