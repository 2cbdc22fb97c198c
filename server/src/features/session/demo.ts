import type { Tx } from '../../db/types';
import { type Seeding, sinceOf } from '../../demo/seeding';
import { hashPassword } from '../../ports/passwords';
import { demoPassword } from './public';
import { putPassword } from './store';

/** Gives every verified demo person the one published password. */
export async function seedPasswords(seeding: Seeding, tx: Tx): Promise<void> {
  const { context, persons, idOf } = seeding;
  const { db } = context;
  const hash = await hashPassword(demoPassword);
  const changedAt = sinceOf(seeding);
  for (const { key, role } of persons)
    if (role !== null) await putPassword(db, tx, { userId: idOf(key), hash, changedAt });
}
