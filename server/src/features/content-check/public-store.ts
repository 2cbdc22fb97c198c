import type { ContentType } from '@qihang/shared/content/vocabulary';
import { and, eq } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import type { Verdict } from './rules';

export interface PieceRef {
  type: ContentType;
  id: string;
}

export async function saveVerdict(
  { tables: { contentVerdicts } }: Database,
  tx: Tx,
  { type, id }: PieceRef,
  verdict: Verdict,
  at: Date,
): Promise<void> {
  const { traceIds } = verdict;
  await tx
    .insert(contentVerdicts)
    .values({ type, id, at, verdict, traceIds })
    .onConflictDoUpdate({
      target: [contentVerdicts.type, contentVerdicts.id],
      set: { at, verdict, traceIds },
    });
}

/** What was said last of the words of a piece; undefined for words that nobody checked. */
export async function verdictOf(
  { tables: { contentVerdicts } }: Database,
  read: Reader,
  { type, id }: PieceRef,
): Promise<Verdict | undefined> {
  const [row] = await read
    .select({ verdict: contentVerdicts.verdict })
    .from(contentVerdicts)
    .where(and(eq(contentVerdicts.type, type), eq(contentVerdicts.id, id)));
  return row?.verdict;
}

/** Whether WeChat called a picture risky: nobody but those who look after it sees it. */
export async function isRisky(
  { tables: { mediaChecks } }: Database,
  read: Reader,
  uploadId: string,
): Promise<boolean> {
  const rows = await read
    .select({ id: mediaChecks.uploadId })
    .from(mediaChecks)
    .where(and(eq(mediaChecks.uploadId, uploadId), eq(mediaChecks.state, 'risky')));
  return rows.length > 0;
}

/** Forgets what was said of a piece that is gone. */
export const deleteVerdict = ({ tables: { contentVerdicts } }: Database, tx: Tx, { type, id }: PieceRef) =>
  tx.delete(contentVerdicts).where(and(eq(contentVerdicts.type, type), eq(contentVerdicts.id, id)));
