import { and, count, countDistinct, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Database, Reader } from '../../db/types';

/** How often a person did one of these acts since `since`, and to how many different things. */
export async function countActs(
  { tables: { auditLog } }: Database,
  read: Reader,
  actorId: string,
  actions: readonly string[],
  since: Date,
): Promise<{ acts: number; things: number }> {
  const [row] = await read
    .select({ acts: count(), things: countDistinct(auditLog.targetId) })
    .from(auditLog)
    .where(
      and(eq(auditLog.actorId, actorId), gte(auditLog.at, since), inArray(auditLog.action, [...actions])),
    );
  return row ?? { acts: 0, things: 0 };
}

/** How often each act was done from `from` until before `until`. */
export async function countByAction(
  { tables: { auditLog } }: Database,
  read: Reader,
  { from, until }: { from: Date; until: Date },
): Promise<Map<string, number>> {
  const rows = await read
    .select({ action: auditLog.action, n: count() })
    .from(auditLog)
    .where(and(gte(auditLog.at, from), lt(auditLog.at, until)))
    .groupBy(auditLog.action);
  return new Map(rows.map(({ action, n }) => [action, n]));
}
