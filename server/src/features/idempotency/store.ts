import { dayMs } from '@qihang/shared/time/shanghai';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Database, Tx } from '../../db/types';

/** How long a repeat is recognised, in milliseconds. */
const idempotencyMs = dayMs;

export type IdempotencyRow = Database['tables']['idempotencyKeys']['$inferSelect'];

/** Keys that came then or earlier count no more, and go. */
export const forgottenBefore = (now: Date) => new Date(now.getTime() - idempotencyMs);

/** What became of the request with this key; undefined when none came within the day. */
export async function findIdempotencyKey(
  { tables: { idempotencyKeys }, read }: Database,
  id: string,
  now: Date,
): Promise<IdempotencyRow | undefined> {
  const [row] = await read
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.id, id), gt(idempotencyKeys.createdAt, forgottenBefore(now))));
  return row;
}

/** Notes that the request is carried out by this very transaction; false when another one did so before. */
export async function insertIdempotencyKey(
  { tables: { idempotencyKeys } }: Database,
  tx: Tx,
  { id, fingerprint }: Pick<IdempotencyRow, 'id' | 'fingerprint'>,
  now: Date,
): Promise<boolean> {
  await tx
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.id, id), lte(idempotencyKeys.createdAt, forgottenBefore(now))));
  const inserted = await tx
    .insert(idempotencyKeys)
    .values({ id, fingerprint, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: idempotencyKeys.id });
  return inserted.length > 0;
}

/** Keeps what the request was answered, also where it wrote nothing. An answer that is kept already stays. */
export async function keepIdempotentAnswer(
  { tables: { idempotencyKeys } }: Database,
  tx: Tx,
  row: IdempotencyRow,
): Promise<void> {
  const { status, body } = row;
  await tx
    .insert(idempotencyKeys)
    .values(row)
    .onConflictDoUpdate({
      target: idempotencyKeys.id,
      set: { status, body },
      setWhere: isNull(idempotencyKeys.status),
    });
}
