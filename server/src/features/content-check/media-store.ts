import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import type { MediaState } from './media-states';

export const insertMediaCheck = (
  { tables: { mediaChecks } }: Database,
  tx: Tx,
  row: { uploadId: string; state: 'waiting' | 'unasked'; at: Date },
): Promise<unknown> =>
  tx
    .insert(mediaChecks)
    .values({ ...row, traceId: null })
    .onConflictDoNothing();

export async function findMediaCheck(
  { tables: { mediaChecks } }: Database,
  read: Reader,
  by: { uploadId: string } | { traceId: string },
) {
  const [row] = await read
    .select()
    .from(mediaChecks)
    .where('uploadId' in by ? eq(mediaChecks.uploadId, by.uploadId) : eq(mediaChecks.traceId, by.traceId));
  return row;
}

/** The checks of these pictures; those that were uploaded before there was a check are left out. */
export const listMediaChecks = (
  { tables: { mediaChecks } }: Database,
  read: Reader,
  ids: readonly string[],
) =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .select()
        .from(mediaChecks)
        .where(inArray(mediaChecks.uploadId, [...ids]));

/** Notes under which id WeChat checks a picture, the first time. */
export const setTraceId = (
  { tables: { mediaChecks } }: Database,
  tx: Tx,
  uploadId: string,
  traceId: string,
): Promise<unknown> =>
  tx
    .update(mediaChecks)
    .set({ traceId })
    .where(and(eq(mediaChecks.uploadId, uploadId), isNull(mediaChecks.traceId)));

export const setMediaState = (
  { tables: { mediaChecks } }: Database,
  tx: Tx,
  uploadId: string,
  state: MediaState,
  at: Date,
): Promise<unknown> => tx.update(mediaChecks).set({ state, at }).where(eq(mediaChecks.uploadId, uploadId));

/** Does nothing for a check whose verdict is known: WeChat pushes more than once. */
export const insertMediaVerdict = (
  { tables: { mediaVerdicts } }: Database,
  tx: Tx,
  row: { traceId: string; state: MediaState; at: Date },
): Promise<unknown> => tx.insert(mediaVerdicts).values(row).onConflictDoNothing();

export async function findMediaVerdict(
  { tables: { mediaVerdicts } }: Database,
  read: Reader,
  traceId: string,
): Promise<MediaState | undefined> {
  const [row] = await read
    .select({ state: mediaVerdicts.state })
    .from(mediaVerdicts)
    .where(eq(mediaVerdicts.traceId, traceId));
  return row?.state;
}
