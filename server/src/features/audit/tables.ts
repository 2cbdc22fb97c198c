import type { Role } from '@qihang/shared/session/vocabulary';
import type { Kit } from '../../db/kit/pg';

export function auditTables({ table, index, str, instant, json }: Kit) {
  /**
   * Every privileged act, appended in the transaction that does it; triggers on both engines refuse to change, delete or
   * empty it. It outlives the people in it, so it has no foreign key to them: an id means nothing after
   * erasing.
   */
  const auditLog = table(
    'audit_log',
    {
      id: str().primaryKey(),
      at: instant().notNull(),
      /** Null for what the service does by itself. */
      actorId: str(),
      action: str().notNull(),
      targetType: str().notNull(),
      targetId: str().notNull(),
      before: json<Record<string, unknown>>(),
      after: json<Record<string, unknown>>(),
      reason: str(),
      requestId: str().notNull(),
      /** What the actor was at that time. */
      actorRoles: json<Role[]>().notNull().default([]),
    },
    (t) => [
      index('audit_log_newest').on(t.at, t.id),
      index('audit_log_actor').on(t.actorId, t.at),
      index('audit_log_action').on(t.action, t.at),
      index('audit_log_target').on(t.targetType, t.targetId),
    ],
  );
  return { auditLog };
}

type AuditTables = ReturnType<typeof auditTables>;

declare module '../../db/types' {
  interface Tables extends AuditTables {}
}
