import type { Database, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { keepsAnAdmin } from './rules';
import { type GrantRow, listAdminGrants } from './store';

/**
 * Refuses a change after which no admin without end would be left. `change` gives a term as it would become, or null for one
 * that would be gone. Read in the transaction that makes the change: of two admins who remove each other at once, the second
 * finds itself the last.
 * @throws AppError `role.last-admin`
 */
export async function keepAnAdmin(
  db: Database,
  tx: Tx,
  now: Date,
  change: (grant: GrantRow) => GrantRow | null,
): Promise<void> {
  const before = await listAdminGrants(db, tx, now);
  const after = before.flatMap((grant) => change(grant) ?? []);
  if (keepsAnAdmin(before, now) && !keepsAnAdmin(after, now)) throw new AppError('role.last-admin');
}

/**
 * Refuses to let a person's account go while nobody else could give roles.
 * @throws AppError `role.last-admin`
 */
export const refuseLastAdmin = (db: Database, tx: Tx, userId: string, now: Date): Promise<void> =>
  keepAnAdmin(db, tx, now, (grant) => (grant.userId === userId ? null : grant));
