import { sessionKinds } from '@qihang/shared/session/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function sessionTables(
  { table, index, unique, str, int, instant, oneOf }: Kit,
  { users }: UserTables,
) {
  const sessions = table(
    'sessions',
    {
      /** SHA-256 of the token in base64url; the token itself is known to its holder alone. */
      tokenHash: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      createdAt: instant().notNull(),
      expiresAt: instant().notNull(),
      via: oneOf(sessionKinds).notNull().default('program'),
      /** `Chrome · Windows`, so that the person knows it again. */
      device: str(),
    },
    (t) => [index('sessions_user').on(t.userId), index('sessions_expiry').on(t.expiresAt)],
  );

  /**
   * Which person a WeChat account signs in as. The openid is known here alone: no answer holds it. No session_key is
   * kept, since nothing of ours needs one.
   */
  const wechatIdentities = table(
    'wechat_identities',
    {
      openid: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      createdAt: instant().notNull(),
    },
    (t) => [unique('wechat_identities_user').on(t.userId)],
  );

  /** Who may sign in by password on H5. */
  const passwords = table('passwords', {
    userId: str()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** PHC string of argon2id, which carries salt and parameters. */
    hash: str().notNull(),
    changedAt: instant().notNull(),
  });

  /**
   * Passwords tried, counted by account, by address, and by the two together; in the database, since several processes
   * share the count and a restart must not forgive it.
   */
  const signInAttempts = table(
    'sign_in_attempts',
    {
      /** Kind and SHA-256: neither number nor address can be read here. */
      key: str().primaryKey(),
      failures: int().notNull(),
      lastAt: instant().notNull(),
      /** Until when this account is known to be at home at this address. */
      knownUntil: instant(),
      forgetAt: instant().notNull(),
    },
    (t) => [index('sign_in_attempts_forget').on(t.forgetAt)],
  );
  return { sessions, wechatIdentities, passwords, signInAttempts };
}

type SessionTables = ReturnType<typeof sessionTables>;

declare module '../../db/types' {
  interface Tables extends SessionTables {}
}
