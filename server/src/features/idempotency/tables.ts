import type { Kit } from '../../db/kit/pg';

export function idempotencyTables({ table, index, str, int, instant }: Kit) {
  /** One row a write that came with an `Idempotency-Key`, for a day. */
  const idempotencyKeys = table(
    'idempotency_keys',
    {
      /** SHA-256 of sender and key, base64url: neither can be read from it. */
      id: str().primaryKey(),
      /** SHA-256 of method, address and body: what a repeat must agree with. */
      fingerprint: str().notNull(),
      /** What was answered; null while only the write is known to have happened. */
      status: int(),
      body: str(),
      createdAt: instant().notNull(),
    },
    (t) => [index('idempotency_keys_age').on(t.createdAt)],
  );
  return { idempotencyKeys };
}

type IdempotencyTables = ReturnType<typeof idempotencyTables>;

declare module '../../db/types' {
  interface Tables extends IdempotencyTables {}
}
