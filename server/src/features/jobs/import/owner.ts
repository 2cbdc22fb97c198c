import { eq, or } from 'drizzle-orm';
import type { Database } from '../../../db/types';
import { longestAdmin } from '../../users/public';

/**
 * The id of the user who will own imported jobs: the one of that demo account or id, or, when none is named, whoever
 * has been admin for longest. Undefined when there is no such user.
 */
export async function findOwner(
  db: Database,
  owner: string | undefined,
  now: Date,
): Promise<string | undefined> {
  if (owner === undefined) return longestAdmin(db, now);
  const { users } = db.tables;
  const [user] = await db.read
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.demoAccount, owner), eq(users.id, owner)));
  return user?.id;
}
