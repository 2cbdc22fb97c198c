import type { Role } from '@qihang/shared/session/vocabulary';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Database, Reader } from '../../db/database';

/** How a person is shown to readers. Never holds an id. */
export interface Byline {
  name: string;
  /** 宣传骨干 · 车辆工程 2027 届 */
  about: string;
}

interface Person {
  name: string;
  college: string | null;
  major: string | null;
  graduationYear: number | null;
}

/** Roles that hold at `now`, by user id. */
async function currentRoles(
  db: Database,
  read: Reader,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Role[]>> {
  const { roleGrants } = db.tables;
  const rows = await read
    .select({ userId: roleGrants.userId, role: roleGrants.role })
    .from(roleGrants)
    .where(
      and(
        inArray(roleGrants.userId, [...ids]),
        lte(roleGrants.startsAt, now),
        or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
      ),
    );
  const byUser = new Map<string, Role[]>();
  for (const { userId, role } of rows) byUser.set(userId, [...(byUser.get(userId) ?? []), role]);
  return byUser;
}

export function bylineOf({ name, college, major, graduationYear }: Person, roles: readonly Role[]): Byline {
  if (roles.includes('teacher') || roles.includes('admin'))
    return { name: `${name} 老师`, about: college ?? '' };
  const group = [major, graduationYear && `${graduationYear} 届`].filter(Boolean).join(' ');
  const about = [roles.includes('lead') && roleNames.lead, group].filter(Boolean).join(' · ');
  return { name: `${name} 同学`, about };
}

/** Bylines of several people in two queries. */
export async function bylines(db: Database, ids: readonly string[], now: Date): Promise<Map<string, Byline>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map();
  const { users } = db.tables;
  const people = await db.read
    .select({
      id: users.id,
      name: users.name,
      college: users.college,
      major: users.major,
      graduationYear: users.graduationYear,
    })
    .from(users)
    .where(inArray(users.id, unique));
  const roles = await currentRoles(db, db.read, unique, now);
  return new Map(people.map((person) => [person.id, bylineOf(person, roles.get(person.id) ?? [])]));
}

/** Ids of the leads who may answer on this board at `now`. */
export async function leadsOf(db: Database, read: Reader, board: string, now: Date): Promise<string[]> {
  const { roleGrants } = db.tables;
  const rows = await read
    .select({ userId: roleGrants.userId, boards: roleGrants.boards })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'lead'),
        lte(roleGrants.startsAt, now),
        or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
      ),
    );
  return rows.filter(({ boards }) => boards === null || boards.includes(board)).map(({ userId }) => userId);
}
