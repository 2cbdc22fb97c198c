import { and, eq, gt, inArray, isNull, lte, notInArray, or } from 'drizzle-orm';
import type { Database } from '../../db/types';

/** Terms that run at `now`. */
export const holdsAt = ({ tables: { roleGrants } }: Database, now: Date) =>
  and(lte(roleGrants.startsAt, now), or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)));

/** Terms of people who have not closed their account. */
export const present = ({ read, tables: { roleGrants, accountClosures } }: Database) =>
  notInArray(roleGrants.userId, read.select({ id: accountClosures.userId }).from(accountClosures));

/** What a byline is made of. */
export const listPersons = ({ read, tables: { users } }: Database, ids: readonly string[]) =>
  read
    .select({
      id: users.id,
      name: users.name,
      college: users.college,
      major: users.major,
      graduationYear: users.graduationYear,
      verified: users.verified,
    })
    .from(users)
    .where(inArray(users.id, [...ids]));

export async function findStudentNo(
  { read, tables: { users } }: Database,
  id: string,
): Promise<string | null> {
  const [row] = await read.select({ studentNo: users.studentNo }).from(users).where(eq(users.id, id));
  return row?.studentNo ?? null;
}

/** Ids of those who are teachers at `now`. */
export async function listTeacherIds(db: Database, now: Date): Promise<string[]> {
  const { roleGrants } = db.tables;
  const rows = await db.read
    .selectDistinct({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'teacher'), holdsAt(db, now), present(db)));
  return rows.map(({ userId }) => userId);
}
