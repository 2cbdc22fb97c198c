import { isDeepStrictEqual } from 'node:util';
import { roles } from '@qihang/shared/session/vocabulary';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { currentRoles } from '../users/public-store';
import { insertEntry } from './store';

export interface AuditEntry {
  /** Made before the transaction, which may be repeated. */
  id: string;
  at: Date;
  /** Null for what the service does by itself. */
  actorId: string | null;
  /** `thing.act`: `moderation.hide`, `boards.update`. */
  action: string;
  targetType: string;
  targetId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  requestId: string;
}

/** Appends to the audit log, in the transaction of the act itself, with what the actor is at that time. */
export async function recordAct({ db }: Pick<Context, 'db'>, tx: Tx, entry: AuditEntry): Promise<void> {
  const { actorId, at } = entry;
  const held = actorId === null ? [] : ((await currentRoles(db, tx, [actorId], at)).get(actorId) ?? []);
  const actorRoles = roles.filter((role) => held.includes(role));
  await insertEntry(db, tx, { ...entry, actorRoles });
}

type Fields = Record<string, unknown>;

/**
 * What an edit did, for `before` and `after`: the fields of `shown` that differ, with both values, and the names of all
 * others that differ. Texts and contacts are never copied into the log, which outlives them.
 */
export function changesOf<T extends Fields>(
  before: T,
  after: T,
  shown: readonly (keyof T & string)[],
): { before: Fields; after: Fields } {
  const changed = Object.keys(after).filter((key) => !isDeepStrictEqual(before[key], after[key]));
  const values = (of: T) =>
    Object.fromEntries(shown.filter((key) => changed.includes(key)).map((key) => [key, of[key]]));
  const others = changed.filter((key) => !shown.includes(key)).sort();
  return { before: values(before), after: { ...values(after), ...(others.length > 0 ? { others } : {}) } };
}
