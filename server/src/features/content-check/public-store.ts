import type { ContentType } from '@qihang/shared/content/vocabulary';
import { and, eq } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import type { Verdict } from './verdict';

export interface PieceRef {
  type: ContentType;
  id: string;
}

/** Keeps what was said of the words of a piece, in the transaction that writes them. */
export async function keepVerdict(
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
