import type { NotificationKind } from '@qihang/shared/notifications/kinds';
import type { ReminderOutcome } from '@qihang/shared/reminders/vocabulary';
import { inArray, sql } from 'drizzle-orm';
import { chunksOf } from '../../db/chunks';
import type { Database, Reader, Tx } from '../../db/types';

export interface ReminderRow {
  id: string;
  userId: string;
  kind: NotificationKind;
  outcome: ReminderOutcome;
  at: Date;
}

/** Inserts those that are not there yet; these. */
export async function insertReminders(
  { tables: { reminders } }: Database,
  tx: Tx,
  rows: readonly ReminderRow[],
): Promise<Pick<ReminderRow, 'userId' | 'outcome'>[]> {
  const inserted: Pick<ReminderRow, 'userId' | 'outcome'>[] = [];
  for (const chunk of chunksOf(rows))
    inserted.push(
      ...(await tx
        .insert(reminders)
        .values(chunk)
        .onConflictDoNothing()
        .returning({ userId: reminders.userId, outcome: reminders.outcome })),
    );
  return inserted;
}

/** The marks with these names, those that are there. */
export async function findMarks(
  { tables: { reminderMarks } }: Database,
  read: Reader,
  names: readonly string[],
): Promise<Map<string, Date>> {
  if (names.length === 0) return new Map();
  const rows = await read
    .select()
    .from(reminderMarks)
    .where(inArray(reminderMarks.name, [...names]));
  return new Map(rows.map(({ name, until }) => [name, until]));
}

/** Moves a mark on; one that is further already stays. */
export const putMark = ({ tables: { reminderMarks } }: Database, tx: Tx, name: string, until: Date) =>
  tx
    .insert(reminderMarks)
    .values({ name, until })
    .onConflictDoUpdate({
      target: reminderMarks.name,
      set: { until },
      setWhere: sql`${reminderMarks.until} < ${sql.param(until, reminderMarks.until)}`,
    });
