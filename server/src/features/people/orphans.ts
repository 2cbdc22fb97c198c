import type { Context } from '../../context';
import { countHeld } from './held';
import { orphanedSince } from './rules';
import { grantsOf, listUsersOf } from './store';

/** How many things are without an owner, by owner, type and board, and why one of them is. */
export async function findOrphans(context: Context, now: Date) {
  const { db } = context;
  const counts = await countHeld(context, db.read, now);
  const ownerIds = [...new Set(counts.flatMap(({ ownerId }) => ownerId ?? []))];
  const users = new Map((await listUsersOf(db, db.read, ownerIds)).map((user) => [user.id, user]));
  const grants = await grantsOf(db, db.read, ownerIds);
  const orphanage = ({ ownerId, board }: { ownerId: string | null; board: string }) => {
    const known = ownerId !== null && users.has(ownerId) ? { grants: grants.get(ownerId) ?? [] } : null;
    return orphanedSince(known, ownerId !== null, board, now);
  };
  return { orphaned: counts.filter((count) => orphanage(count) !== null), orphanage, users, grants };
}
