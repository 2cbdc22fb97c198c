import { createHmac } from 'node:crypto';
import type { Database, Reader, Tx } from '../../db/types';
import type { Sender } from '../../http/gates';
import { deleteCounts, deleteOver, findCounts, insertCount, updateFailures } from './attempts-store';
import { type AttemptKind, attemptLimits, secondsToWait } from './rules';

export interface Subjects {
  /** A visitor has no account yet. */
  claimant: Sender;
  studentNo: string;
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

const keysOf = (secret: string, { claimant, studentNo }: Subjects): Key[] =>
  'person' in claimant
    ? [keyOf(secret, 'account', claimant.person)]
    : [
        keyOf(secret, 'pair', `${studentNo} ${claimant.network}`),
        keyOf(secret, 'address', claimant.network),
        keyOf(secret, 'number', studentNo),
      ];

const keyText = ({ key }: Key): string => key;

/** Seconds until the next try is let through; 0 for at once. */
export async function waitFor(
  db: Database,
  read: Reader,
  secret: string,
  subjects: Subjects,
  now: Date,
): Promise<number> {
  const keys = keysOf(secret, subjects);
  const counts = await findCounts(db, read, keys.map(keyText), now);
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
  await deleteOver(db, tx, now);
  const keys = keysOf(secret, subjects);
  const counts = await findCounts(db, tx, keys.map(keyText), now);
  for (const { kind, key } of keys) {
    const row = counts.get(key);
    if (row) await updateFailures(db, tx, { key, failures: row.failures + 1 });
    else {
      const forgetAt = new Date(now.getTime() + attemptLimits[kind].minutes * 60_000);
      await insertCount(db, tx, { key, failures: 1, forgetAt });
    }
  }
}

/** Forgives all but the address once the claim is right: others share that. */
export const clearAttempts = (db: Database, tx: Tx, secret: string, subjects: Subjects) =>
  deleteCounts(
    db,
    tx,
    keysOf(secret, subjects)
      .filter(({ kind }) => kind !== 'address')
      .map(keyText),
  );
