import { and, inArray, notExists, sql } from 'drizzle-orm';
import type { Tx } from '../../db/types';
import type { Unseeding } from '../../demo/seeding';

/** Deletes the rows of the demo people that nothing names any more; the others stay empty, as those of people who left. */
export async function unseedUsers({ context: { db, registry }, ids }: Unseeding, tx: Tx): Promise<void> {
  const { users } = db.tables;
  const named = registry.personalData
    .flatMap(({ columns }) => Object.keys(columns))
    .map((name) => {
      const [table = '', column = ''] = name.split('.');
      return notExists(
        sql`(select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${users.id})`,
      );
    });
  await tx.delete(users).where(and(inArray(users.id, [...ids]), ...named));
}
