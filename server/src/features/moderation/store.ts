import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';

export type MuteRow = Database['tables']['mutes']['$inferSelect'];

export const insertMute = ({ tables: { mutes } }: Database, tx: Tx, row: MuteRow) =>
  tx.insert(mutes).values(row);

export async function findMute({ tables: { mutes } }: Database, read: Reader, id: string) {
  const [row] = await read.select().from(mutes).where(eq(mutes.id, id));
  return row;
}

/** Ends a mute that nobody lifted before; false when somebody did. */
export async function liftMute(
  { tables: { mutes } }: Database,
  tx: Tx,
  id: string,
  change: Pick<MuteRow, 'liftedAt' | 'liftedById' | 'liftNote'>,
): Promise<boolean> {
  const lifted = await tx
    .update(mutes)
    .set(change)
    .where(and(eq(mutes.id, id), isNull(mutes.liftedAt)))
    .returning({ id: mutes.id });
  return lifted.length > 0;
}

/** Mutes with the names of who gave and lifted them, newest first. */
export function listMutes(
  { read, tables: { mutes, users } }: Database,
  { activeAt }: { activeAt: Date | undefined },
  after: Place | undefined,
  limit: number,
) {
  const by = alias(users, 'muted_by');
  const lifter = alias(users, 'lifted_by');
  return read
    .select({ mute: mutes, mutedBy: by.name, liftedBy: lifter.name })
    .from(mutes)
    .innerJoin(by, eq(by.id, mutes.byId))
    .leftJoin(lifter, eq(lifter.id, mutes.liftedById))
    .where(
      and(
        activeAt && isNull(mutes.liftedAt),
        activeAt && gt(mutes.endsAt, activeAt),
        after && sql`(${mutes.mutedAt}, ${mutes.id}) < (${sql.param(after.at, mutes.mutedAt)}, ${after.id})`,
      ),
    )
    .orderBy(desc(mutes.mutedAt), desc(mutes.id))
    .limit(limit);
}
export type MuteListRow = Awaited<ReturnType<typeof listMutes>>[number];
