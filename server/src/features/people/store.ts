import type { Role } from '@qihang/shared/session/vocabulary';
import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  type like,
  lte,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';
import { openlyMutedIds } from '../moderation/public-store';

export type GrantRow = Database['tables']['roleGrants']['$inferSelect'];
export type UserRow = Database['tables']['users']['$inferSelect'];

export interface PeopleFilter {
  q?: string | undefined;
  /** Looks for `q` among student numbers, too. */
  byNumber: boolean;
  role?: readonly Role[] | undefined;
  endingBefore?: Date | undefined;
  muted?: boolean | undefined;
}

/** People who are closing their account own and receive nothing from then on, and do not count as admins. */
const stays = (
  { tables: { accountClosures } }: Database,
  read: Reader,
  id: Parameters<typeof notInArray>[0],
) => notInArray(id, read.select({ userId: accountClosures.userId }).from(accountClosures));

/** Escapes text for a LIKE pattern: SQLite has no escape character by default. */
const contains = (column: Parameters<typeof like>[0], text: string) =>
  sql`${column} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

export function listUsers(
  db: Database,
  { q, byNumber, role, endingBefore, muted }: PeopleFilter,
  after: Place | undefined,
  limit: number,
  now: Date,
) {
  const { users, roleGrants } = db.tables;
  const runs = and(
    eq(roleGrants.userId, users.id),
    lte(roleGrants.startsAt, now),
    or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
  );
  const holds = (condition: ReturnType<typeof and>) =>
    exists(db.read.select({ one: sql`1` }).from(roleGrants).where(and(runs, condition)));
  return db.read
    .select()
    .from(users)
    .where(
      and(
        stays(db, db.read, users.id),
        q === undefined
          ? undefined
          : or(contains(users.name, q), byNumber ? contains(users.studentNo, q.toUpperCase()) : undefined),
        role && holds(inArray(roleGrants.role, [...role])),
        endingBefore && holds(lte(roleGrants.endsAt, endingBefore)),
        muted ? inArray(users.id, openlyMutedIds(db, db.read, now)) : undefined,
        after &&
          sql`(${users.createdAt}, ${users.id}) < (${sql.param(after.at, users.createdAt)}, ${after.id})`,
      ),
    )
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit);
}

export async function findUser(db: Database, read: Reader, id: string) {
  const { users } = db.tables;
  const [row] = await read
    .select()
    .from(users)
    .where(and(eq(users.id, id), stays(db, read, users.id)));
  return row;
}

export async function listUsersOf(db: Database, read: Reader, ids: readonly string[]) {
  const { users } = db.tables;
  return ids.length === 0
    ? []
    : read
        .select()
        .from(users)
        .where(and(inArray(users.id, [...ids]), stays(db, read, users.id)));
}

/** Every term of these people, past ones among them, the newest first, by user id. */
export async function grantsOf(
  { tables: { roleGrants } }: Database,
  read: Reader,
  ids: readonly string[],
): Promise<Map<string, GrantRow[]>> {
  const found = new Map<string, GrantRow[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await read
    .select()
    .from(roleGrants)
    .where(inArray(roleGrants.userId, [...found.keys()]))
    .orderBy(desc(roleGrants.startsAt), desc(roleGrants.id));
  for (const row of rows) found.get(row.userId)?.push(row);
  return found;
}

export async function findGrant({ tables: { roleGrants } }: Database, read: Reader, id: string) {
  const [row] = await read.select().from(roleGrants).where(eq(roleGrants.id, id));
  return row;
}

/** Terms of these roles that run now, or end between two instants. */
export function listRunning(
  { tables: { roleGrants } }: Database,
  read: Reader,
  roles: readonly Role[],
  now: Date,
) {
  return read
    .select()
    .from(roleGrants)
    .where(
      and(
        inArray(roleGrants.role, [...roles]),
        lte(roleGrants.startsAt, now),
        or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
      ),
    )
    .orderBy(asc(roleGrants.endsAt), asc(roleGrants.id));
}

/** Every term of an admin that has not run out: what a change must leave one of. */
export function listAdminGrants(db: Database, tx: Tx, now: Date) {
  const { roleGrants } = db.tables;
  return tx
    .select()
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'admin'),
        or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
        stays(db, tx, roleGrants.userId),
      ),
    );
}

/** Writes `row` where its version still is the one before; false when somebody else was faster. */
export async function updateGrant(
  { tables: { roleGrants } }: Database,
  tx: Tx,
  row: GrantRow,
): Promise<boolean> {
  const changed = await tx
    .update(roleGrants)
    .set(row)
    .where(and(eq(roleGrants.id, row.id), eq(roleGrants.version, row.version - 1)))
    .returning({ id: roleGrants.id });
  return changed.length > 0;
}
