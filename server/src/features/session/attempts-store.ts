import { inArray } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import { type AttemptKind, type Attempts, attemptKinds, forgottenAt } from './rules';

type Counts = Partial<Record<AttemptKind, Attempts>>;

export async function findCounts(
  { tables: { signInAttempts } }: Database,
  read: Reader,
  keys: Partial<Record<AttemptKind, string>>,
): Promise<Counts> {
  const rows = await read
    .select()
    .from(signInAttempts)
    .where(inArray(signInAttempts.key, Object.values(keys)));
  return Object.fromEntries(
    attemptKinds.flatMap((kind) => {
      const row = rows.find(({ key }) => key === keys[kind]);
      return row ? [[kind, row]] : [];
    }),
  );
}

export function putCount(db: Database, tx: Tx, kind: AttemptKind, key: string, attempts: Attempts) {
  const { signInAttempts } = db.tables;
  const { failures, lastAt, knownUntil } = attempts;
  const values = { failures, lastAt, knownUntil, forgetAt: forgottenAt(kind, attempts) };
  return tx
    .insert(signInAttempts)
    .values({ key, ...values })
    .onConflictDoUpdate({ target: signInAttempts.key, set: values });
}
