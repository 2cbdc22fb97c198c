import type { ContentType } from '@qihang/shared/content/vocabulary';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Database, Tx } from '../../db/types';

/** Removes the note of a report about a piece from the cases that show it. */
export async function forgetNote(
  { tables: { cases } }: Database,
  tx: Tx,
  { type, id }: { type: ContentType; id: string },
  note: string,
): Promise<void> {
  const about = await tx
    .select({ id: cases.id, reports: cases.reports })
    .from(cases)
    .where(and(eq(cases.type, type), eq(cases.targetId, id), isNotNull(cases.reports)));
  for (const one of about) {
    const at = one.reports?.notes.indexOf(note) ?? -1;
    if (!one.reports || at < 0) continue;
    const reports = { ...one.reports, notes: one.reports.notes.toSpliced(at, 1) };
    await tx.update(cases).set({ reports }).where(eq(cases.id, one.id));
  }
}
