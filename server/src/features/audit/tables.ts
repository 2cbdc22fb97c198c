import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function auditTables({ table, index, str, instant, json }: Kit, { users }: UserTables) {
  /** Every privileged act, appended in the transaction that does it. */
  const auditLog = table(
    'audit_log',
    {
      id: str().primaryKey(),
      at: instant().notNull(),
      actorId: str()
        .notNull()
        .references(() => users.id),
      action: str().notNull(),
      targetType: str().notNull(),
      targetId: str().notNull(),
      before: json<Record<string, unknown>>(),
      after: json<Record<string, unknown>>(),
      reason: str(),
      requestId: str().notNull(),
    },
    (t) => [index('audit_log_at').on(t.at), index('audit_log_target').on(t.targetType, t.targetId)],
  );
  return { auditLog };
}
