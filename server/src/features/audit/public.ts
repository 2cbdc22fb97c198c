import type { Context } from '../../context';
import type { Tx } from '../../db/database';

export interface AuditEntry {
  /** Made before the transaction, which may be repeated. */
  id: string;
  at: Date;
  actorId: string;
  /** `thing.act`: `moderation.hide`, `boards.update`. */
  action: string;
  targetType: string;
  targetId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  requestId: string;
}

/** Appends to the audit log, in the transaction of the act itself. */
export const recordAct = ({ db }: Context, tx: Tx, entry: AuditEntry) =>
  tx.insert(db.tables.auditLog).values(entry);
