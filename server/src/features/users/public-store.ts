import type { Role } from '@qihang/shared/session/vocabulary';
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Grant } from '../../actor/rules';
import type { Database, Reader, Tx } from '../../db/types';
import { endOfTerm } from './rules';
import { holdsAt, present } from './store';

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
    .where(and(inArray(roleGrants.userId, [...ids]), holdsAt(db, now)));
  const byUser = new Map<string, Role[]>();
  for (const { userId, role } of rows) byUser.set(userId, [...(byUser.get(userId) ?? []), role]);
  return byUser;
}

/** What a person holds at `now`, as rules see it. */
export async function grantsOf(db: Database, read: Reader, userId: string, now: Date): Promise<Grant[]> {
  const { roleGrants, users } = db.tables;
  const { role, boards, startsAt, endsAt } = roleGrants;
  const rows = await read
    .select({ role, boards, startsAt, endsAt, graduationYear: users.graduationYear })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(eq(roleGrants.userId, userId), holdsAt(db, now)));
  return rows
    .map(({ graduationYear, ...row }) => ({ ...row, endsAt: endOfTerm(row, graduationYear, now) }))
    .filter((row) => row.endsAt === null || row.endsAt > now)
    .map((row) => ({ role: row.role, boards: row.boards, endsAt: row.endsAt }));
}

/** A person's terms of office that have begun, the latest first; some may be over. */
export const listOfficeTerms = (
  { tables: { roleGrants } }: Database,
  read: Reader,
  userId: string,
  now: Date,
) =>
  read
    .select({ role: roleGrants.role, startsAt: roleGrants.startsAt, endsAt: roleGrants.endsAt })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, userId), ne(roleGrants.role, 'graduate'), lte(roleGrants.startsAt, now)))
    .orderBy(desc(roleGrants.startsAt), desc(roleGrants.id));

/** Ids of those who hold one of `roles` on this board at `now`. */
export async function holdersOf(
  db: Database,
  read: Reader,
  held: readonly Role[],
  board: string,
  now: Date,
): Promise<string[]> {
  const { roleGrants } = db.tables;
  const rows = await read
    .select({ userId: roleGrants.userId, boards: roleGrants.boards })
    .from(roleGrants)
    .where(and(inArray(roleGrants.role, [...held]), holdsAt(db, now), present(db)));
  const onBoard = rows.filter(({ boards }) => boards === null || boards.includes(board));
  return [...new Set(onBoard.map(({ userId }) => userId))];
}

/** Ids of the leads who may answer on this board at `now`. */
export const leadsOf = (db: Database, read: Reader, board: string, now: Date): Promise<string[]> =>
  holdersOf(db, read, ['lead'], board, now);

/** Terms of office on this board that run at `now` or are still to come, of people who have not closed their accounts. */
export async function listTermsOn(db: Database, read: Reader, board: string, now: Date) {
  const { roleGrants } = db.tables;
  const { userId, role, boards, startsAt, endsAt } = roleGrants;
  const rows = await read
    .select({ userId, role, boards, startsAt, endsAt })
    .from(roleGrants)
    .where(and(ne(role, 'graduate'), or(isNull(endsAt), gt(endsAt, now)), present(db)))
    .orderBy(asc(startsAt), asc(roleGrants.id));
  return rows.filter((row) => row.boards === null || row.boards.includes(board));
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

/** The id of the person with this demo account or id; undefined when there is none. */
export async function findUserId(
  { read, tables: { users } }: Database,
  accountOrId: string,
): Promise<string | undefined> {
  const [user] = await read
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.demoAccount, accountOrId), eq(users.id, accountOrId)));
  return user?.id;
}

/** The admin of the longest standing, in whose name the command line acts; undefined while there is none. */
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

/** Inserts a person; what `row` leaves out is not known yet. */
export async function insertUser(
  { tables: { users } }: Database,
  tx: Tx,
  row: (typeof users)['$inferInsert'],
) {
  const [user] = await tx.insert(users).values(row).returning();
  if (!user) throw new Error('The inserted user did not come back');
  return user;
}

export const insertGrant = (
  { tables: { roleGrants } }: Database,
  tx: Tx,
  row: (typeof roleGrants)['$inferInsert'],
) => tx.insert(roleGrants).values(row);

/** Everybody who is more than a graduate at `now`, once for each of the roles. */
export const listStaff = (db: Database, now: Date) => {
  const { users, roleGrants } = db.tables;
  return db.read
    .select({
      id: users.id,
      name: users.name,
      studentNo: users.studentNo,
      role: roleGrants.role,
    })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(ne(roleGrants.role, 'graduate'), holdsAt(db, now)))
    .orderBy(asc(users.name), asc(users.id), asc(roleGrants.id));
};

/** Terms of office that run at `now` and have an end, and those by which another follows, of people who have not closed their accounts. */
export const listRunningTerms = (db: Database, read: Reader, now: Date) => {
  const { roleGrants } = db.tables;
  const { id, userId, role, boards, startsAt, endsAt } = roleGrants;
  return read
    .select({ id, userId, role, boards, startsAt, endsAt })
    .from(roleGrants)
    .where(and(ne(role, 'graduate'), or(isNull(endsAt), gt(endsAt, now)), present(db)))
    .orderBy(asc(id));
};
