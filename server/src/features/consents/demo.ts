import type { Tx } from '../../db/types';
import { type Seeding, sinceOf } from '../../demo/seeding';
import { insertFullConsents } from './public';

/** All demo people have agreed to the documents. */
export function seedConsents(seeding: Seeding, tx: Tx): Promise<void> {
  const { context, persons, idOf } = seeding;
  const userIds = persons.map(({ key }) => idOf(key));
  return insertFullConsents(context.db, tx, userIds, 'weapp', sinceOf(seeding));
}
