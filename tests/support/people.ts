import type { Context } from '@qihang/server/context';
import { insertFullConsents } from '@qihang/server/features/consents/public';
import { hashToken } from '@qihang/server/ports/tokens';
import type { Role } from '@qihang/shared/session/vocabulary';

export interface Person {
  name: string;
  role: Role | null;
  boards?: string[];
  verified?: boolean;
  /** Term that is over when the tests begin. */
  expired?: boolean;
  /** False for somebody who has yet to agree to the documents, and so only reads. */
  consented?: boolean;
  college?: string;
  major?: string;
}

/** Everybody the tests speak of, by the word they use for them. */
export const cast = {
  linxiao: { name: '林晓', role: 'graduate', major: '车辆工程' },
  zhaoyu: { name: '赵雨', role: 'graduate', major: '电气工程' },
  fresh: { name: '方新', role: 'graduate', consented: false },
  unverified: { name: '许未', role: 'graduate', verified: false },
  chenyiming: { name: '陈一鸣', role: 'lead', major: '电气工程' },
  guidanceLead: { name: '周晓雯', role: 'lead', boards: ['guidance'] },
  formerLead: { name: '旧骨干', role: 'lead', expired: true },
  wanglaoshi: { name: '王立群', role: 'teacher', college: '就业指导中心' },
  admin: { name: '沈岚', role: 'admin', college: '就业指导中心' },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof cast;

export interface SignedIn {
  id: string;
  token: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Puts people into the database, each with a session. */
export async function seedPeople<K extends string>(
  { db, clock, ids }: Context,
  people: Readonly<Record<K, Person>>,
): Promise<Record<K, SignedIn>> {
  const now = clock.now();
  const { users, roleGrants, sessions } = db.tables;
  const entries = Object.entries<Person>(people).map(([key, person]) => {
    const id = ids.next(now);
    return { key, person, id, token: `test-token-of-${key}-${id}` };
  });
  await db.write(async (tx) => {
    const consented = entries.filter(({ person }) => person.consented !== false).map(({ id }) => id);
    for (const { person, id, token } of entries) {
      const {
        name,
        role,
        boards = null,
        verified = true,
        expired = false,
        college = null,
        major = null,
      } = person;
      const startsAt = new Date(now.getTime() - 100 * dayMs);
      await tx.insert(users).values({
        id,
        name,
        verified,
        college,
        major,
        degree: null,
        graduationYear: role === 'graduate' ? 2027 : null,
        cities: [],
        kinds: [],
        demoAccount: null,
        createdAt: startsAt,
      });
      if (role) {
        const endsAt = expired ? new Date(now.getTime() - dayMs) : null;
        await tx.insert(roleGrants).values({ id: ids.next(now), userId: id, role, boards, startsAt, endsAt });
      }
      await tx.insert(sessions).values({
        tokenHash: hashToken(token),
        userId: id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + 365 * dayMs),
      });
    }
    await insertFullConsents(db, tx, consented, 'weapp', now);
  });
  return Object.fromEntries(entries.map(({ key, id, token }) => [key, { id, token }])) as Record<K, SignedIn>;
}
