import { addDays, dayAt, deadlineInstant } from '@qihang/shared/time/shanghai';
import type { Tx } from '../../db/types';
import { type Seeding, sinceOf } from '../../demo/seeding';
import { insertGrant, insertUser } from './public-store';

/** Writes the demo people with their roles. */
export async function seedUsers(seeding: Seeding, tx: Tx): Promise<void> {
  const { context, now, persons, idOf } = seeding;
  const { db, ids } = context;
  const since = sinceOf(seeding);
  for (const { key, account, role, termEndsInDays, ...same } of persons) {
    const id = idOf(key);
    await insertUser(db, tx, {
      id,
      ...same,
      verified: role !== null,
      demoAccount: account ?? null,
      createdAt: since,
    });
    if (role === null) continue;
    const lastDay = addDays(dayAt(now.getTime()), termEndsInDays);
    const endsAt = role === 'lead' ? new Date(deadlineInstant(lastDay)) : null;
    const term = { userId: id, boards: null, startsAt: since };
    await insertGrant(db, tx, { ...term, id: ids.next(since), role, endsAt });
    // A student lead stays a student when the term is over.
    if (role === 'lead')
      await insertGrant(db, tx, { ...term, id: ids.next(since), role: 'graduate', endsAt: null });
  }
}
