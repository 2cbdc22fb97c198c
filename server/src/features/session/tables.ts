import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function sessionTables({ table, index, unique, str, instant }: Kit, { users }: UserTables) {
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
  return { sessions, wechatIdentities };
}
