import { createHmac } from 'node:crypto';
import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import { type AttemptKind, attemptLimits, secondsToWait } from './rules';

export interface Subjects {
  /** Null for somebody who has no account yet. */
  userId: string | null;
  studentNo: string;
  address: string;
}

interface Key {
  kind: AttemptKind;
  key: string;
}

/** Neither account, number nor address can be read in the table. */
const keyOf = (secret: string, kind: AttemptKind, value: string): Key => ({
  kind,
  key: `${kind}:${createHmac('sha256', secret).update(`attempts:${kind}:${value}`).digest('base64url')}`,
});

const keysOf = (secret: string, { userId, studentNo, address }: Subjects): Key[] => [
  ...(userId === null ? [] : [keyOf(secret, 'account', userId)]),
  keyOf(secret, 'number', studentNo),
  keyOf(secret, 'address', address),
];

async function findCounts(
  { tables: { claimAttempts } }: Database,
  read: Reader,
  keys: readonly Key[],
  now: Date,
) {
  const rows = await read
    .select()
    .from(claimAttempts)
    .where(
      and(
        inArray(
          claimAttempts.key,
          keys.map(({ key }) => key),
        ),
        gt(claimAttempts.forgetAt, now),
      ),
    );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Seconds until the next try is let through; 0 for at once. */
export async function waitFor(
  db: Database,
  read: Reader,
  secret: string,
  subjects: Subjects,
  now: Date,
): Promise<number> {
  const keys = keysOf(secret, subjects);
  const counts = await findCounts(db, read, keys, now);
  return secondsToWait(
    keys.flatMap(({ kind, key }) => {
      const row = counts.get(key);
      return row ? [{ kind, failures: row.failures, forgetAt: row.forgetAt }] : [];
    }),
    now,
  );
}

/** Counts a claim that was wrong. */
export async function countAttempt(
  db: Database,
  tx: Tx,
  secret: string,
  subjects: Subjects,
  now: Date,
): Promise<void> {
  const { claimAttempts } = db.tables;
  await tx.delete(claimAttempts).where(lte(claimAttempts.forgetAt, now));
  const keys = keysOf(secret, subjects);
  const counts = await findCounts(db, tx, keys, now);
  for (const { kind, key } of keys) {
    const row = counts.get(key);
    if (row) {
      await tx
        .update(claimAttempts)
        .set({ failures: row.failures + 1 })
        .where(eq(claimAttempts.key, key));
    } else {
      const forgetAt = new Date(now.getTime() + attemptLimits[kind].minutes * 60_000);
      await tx.insert(claimAttempts).values({ key, failures: 1, forgetAt });
    }
  }
}

/** Forgives account and number once they are right; the address goes on counting, since others sit behind it. */
export const clearAttempts = (
  { tables: { claimAttempts } }: Database,
  tx: Tx,
  secret: string,
  subjects: Subjects,
) =>
  tx.delete(claimAttempts).where(
    inArray(
      claimAttempts.key,
      keysOf(secret, subjects)
        .filter(({ kind }) => kind !== 'address')
        .map(({ key }) => key),
    ),
  );
