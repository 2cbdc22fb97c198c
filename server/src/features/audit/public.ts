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

type Fields = Record<string, unknown>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What an edit did, for `before` and `after`: the fields of `shown` that differ, with both values, and the names of all
 * others that differ. Texts and contacts are never copied into the log, which outlives them.
 */
export function changesOf<T extends Fields>(
  before: T,
  after: T,
  shown: readonly (keyof T & string)[],
): { before: Fields; after: Fields } {
  const changed = Object.keys(after).filter((key) => !same(before[key], after[key]));
  const values = (of: T) =>
    Object.fromEntries(shown.filter((key) => changed.includes(key)).map((key) => [key, of[key]]));
  const others = changed.filter((key) => !shown.includes(key)).sort();
  return { before: values(before), after: { ...values(after), ...(others.length > 0 ? { others } : {}) } };
}
