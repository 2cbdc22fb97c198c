import type { Tx } from '../../db/types';
import { type Seeding, sinceOf } from '../../demo/seeding';
import { hashPassword } from '../../ports/passwords';
import { demoPassword } from './public';

/** Gives every verified demo person the one published password. */
export async function seedPasswords(seeding: Seeding, tx: Tx): Promise<void> {
  const { context, persons, idOf } = seeding;
  const { passwords } = context.db.tables;
  const hash = await hashPassword(demoPassword);
  const changedAt = sinceOf(seeding);
  for (const { key, role } of persons)
    if (role !== null) await tx.insert(passwords).values({ userId: idOf(key), hash, changedAt });
}
