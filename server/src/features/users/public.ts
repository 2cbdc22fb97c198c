import { erasedName } from '@qihang/shared/my-data/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { and, asc, eq, gt, inArray, isNull, lte, notInArray, or } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import { isAlumnusOf } from './rules';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that takes a role or the membership from a person. */
    'rights.withdrawn': { userId: string };
  }
}

/** How a person is shown to readers. Never holds an id. */
export interface Byline {
  name: string;
  /** 宣传骨干 · 车辆工程 2027 届, 校友 · 车辆工程 2025 届 */
  about: string;
}

interface Person {
  name: string;
  college: string | null;
  major: string | null;
  graduationYear: number | null;
  verified: boolean;
}

/** Roles that hold at `now`, by user id. */
export async function currentRoles(
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

export function bylineOf(person: Person, roles: readonly Role[], now: Date): Byline {
  const { name, college, major, graduationYear } = person;
  if (name === erasedName) return { name, about: '' };
  if (roles.includes('teacher') || roles.includes('admin'))
    return { name: `${name} 老师`, about: college ?? '' };
  const group = [major, graduationYear && `${graduationYear} 届`].filter(Boolean).join(' ');
  const about = [roles.includes('lead') && roleNames.lead, isAlumnusOf(person, now) && '校友', group]
    .filter(Boolean)
    .join(' · ');
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
      verified: users.verified,
    })
    .from(users)
    .where(inArray(users.id, unique));
  const roles = await currentRoles(db, db.read, unique, now);
  return new Map(people.map((person) => [person.id, bylineOf(person, roles.get(person.id) ?? [], now)]));
}

const holdsAt = ({ tables: { roleGrants } }: Database, now: Date) =>
  and(lte(roleGrants.startsAt, now), or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)));

/** Those who hold a role and have not closed their account. */
const present = ({ read, tables: { roleGrants, accountClosures } }: Database) =>
  notInArray(roleGrants.userId, read.select({ id: accountClosures.userId }).from(accountClosures));

/** Ids of the leads who may answer on this board at `now`. */
export async function leadsOf(db: Database, read: Reader, board: string, now: Date): Promise<string[]> {
  const { roleGrants } = db.tables;
  const rows = await read
    .select({ userId: roleGrants.userId, boards: roleGrants.boards })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'lead'), holdsAt(db, now), present(db)));
  return rows.filter(({ boards }) => boards === null || boards.includes(board)).map(({ userId }) => userId);
}

/** Everybody who is a teacher at `now`, as readers see them. */
export async function listTeachers(db: Database, now: Date): Promise<Byline[]> {
  const { roleGrants } = db.tables;
  const rows = await db.read
    .selectDistinct({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'teacher'), holdsAt(db, now), present(db)));
  const shown = await bylines(
    db,
    rows.map(({ userId }) => userId),
    now,
  );
  return [...shown.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

export async function findName(
  { tables: { users } }: Database,
  read: Reader,
  userId: string,
): Promise<string> {
  const [row] = await read.select({ name: users.name }).from(users).where(eq(users.id, userId));
  if (!row) throw new Error(`There is no user ${userId}`);
  return row.name;
}

export const renameUser = ({ tables: { users } }: Database, tx: Tx, userId: string, name: string) =>
  tx.update(users).set({ name }).where(eq(users.id, userId));

/** Whoever has been admin for longest: stands for what is done at the terminal. Undefined while there is none. */
export async function longestAdmin(db: Database, now: Date): Promise<string | undefined> {
  const { roleGrants } = db.tables;
  const [admin] = await db.read
    .select({ id: roleGrants.userId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'admin'), holdsAt(db, now), present(db)))
    .orderBy(asc(roleGrants.startsAt), asc(roleGrants.id))
    .limit(1);
  return admin?.id;
}
