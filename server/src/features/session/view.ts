import type { Me, OpenSession } from '@qihang/shared/session/contract';
import type { PersonAction } from '@qihang/shared/session/vocabulary';
import type { Actor } from '../../actor/rules';
import { verificationState } from '../verification/rules';
import type { MyRow, SessionRow } from './store';

type Standing = Pick<Actor, 'grants' | 'mutedUntil' | 'mutedFor'>;

export function viewMe(
  user: MyRow,
  { grants, mutedUntil, mutedFor }: Standing,
  can: PersonAction[],
  now: Date,
): Me {
  const { name, studentNo, hasPassword, entry, college, major, degree, graduationYear, cities, kinds } = user;
  return {
    name,
    studentNo,
    hasPassword,
    college,
    verification: verificationState(user.verified, entry ?? undefined, now),
    fromRoster: entry !== null,
    roles: grants.map(({ role, boards, endsAt }) => ({
      role,
      boards: boards && [...boards],
      endsAt: endsAt?.toISOString() ?? null,
    })),
    muted: mutedUntil && { until: mutedUntil.toISOString(), reason: mutedFor ?? '' },
    profile: { major, degree, graduationYear, cities, kinds },
    viewer: { can },
  };
}

/** `current` is the token hash of the session that asks. */
export const viewSession = (
  { tokenHash, via, device, createdAt, expiresAt }: SessionRow,
  current: string | null,
): OpenSession => ({
  via,
  device,
  startedAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  current: tokenHash === current,
});
