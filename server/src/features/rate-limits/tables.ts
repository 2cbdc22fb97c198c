import type { Kit } from '../../db/kit/pg';

export function rateLimitTables({ table, index, str, int, instant }: Kit) {
  /** Requests of a minute, counted where several processes share a database. */
  const requestCounts = table(
    'request_counts',
    {
      /** Kind and HMAC: neither person nor address can be read here. */
      key: str().primaryKey(),
      n: int().notNull(),
      resetAt: instant().notNull(),
    },
    (t) => [index('request_counts_reset').on(t.resetAt)],
  );
  return { requestCounts };
}

type RateLimitTables = ReturnType<typeof rateLimitTables>;

declare module '../../db/types' {
  interface Tables extends RateLimitTables {}
}
