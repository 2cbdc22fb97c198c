import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../../../db/database';

/**
 * The id of the user who will own imported jobs: the one of that demo account or id, or, when none is named, whoever
 * has been admin for longest. Undefined when there is no such user.
 */
export async function findOwner(
  db: Database,
  owner: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const { users, roleGrants } = db.tables;
  if (owner !== undefined) {
    const [user] = await db.read
      .select({ id: users.id })
      .from(users)
      .where(or(eq(users.demoAccount, owner), eq(users.id, owner)));
    return user?.id;
  }
  const [admin] = await db.read
    .select({ id: roleGrants.userId })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'admin'),
        lte(roleGrants.startsAt, now),
        or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
      ),
    )
    .orderBy(asc(roleGrants.startsAt), asc(roleGrants.id))
    .limit(1);
  return admin?.id;
}
