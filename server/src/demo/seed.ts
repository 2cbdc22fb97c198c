import { rankOf } from '../actor/rules';
import type { Context } from '../context';
import { demoPerson, readList } from './people';
import type { Seeding } from './seeding';

/**
 * Fills a database that has no people yet with the demo ones and what they wrote, all of it in one transaction and dated
 * relative to now. Returns false when there are people already.
 */
export async function seedDemo(context: Context): Promise<boolean> {
  const { db, clock, ids, registry } = context;
  if ((await db.read.$count(db.tables.users)) > 0) return false;
  const now = clock.now();
  const persons = readList('people.json', demoPerson);
  const idsByKey = new Map(persons.map(({ key }) => [key, ids.next(now)]));
  const seeding: Seeding = {
    context,
    now,
    persons,
    idOf(key) {
      const id = idsByKey.get(key);
      if (!id) throw new Error(`The demo files have no person ${key}`);
      return id;
    },
    rankOf(key) {
      const role = persons.find((person) => person.key === key)?.role;
      return rankOf(role ? [role] : []);
    },
  };
  await db.write(async (tx) => {
    for (const seed of registry.seeds) await seed(seeding, tx);
  });
  return true;
}
