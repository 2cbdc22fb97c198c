import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/types';
import { readDemoRoster } from '../../demo/people';
import type { Unseeding } from '../../demo/seeding';

/** Removes the invented roster, and the class codes that demo people made. */
export async function unseedRoster({ context: { db }, ids }: Unseeding, tx: Tx): Promise<void> {
  const { rosterEntries, classCodes } = db.tables;
  await tx.delete(classCodes).where(inArray(classCodes.createdById, [...ids]));
  for (const { studentNo, name } of readDemoRoster())
    await tx
      .delete(rosterEntries)
      .where(
        and(
          eq(rosterEntries.studentNo, studentNo),
          eq(rosterEntries.name, name),
          isNull(rosterEntries.userId),
        ),
      );
}
