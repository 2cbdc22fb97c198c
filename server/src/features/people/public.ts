import { holdingTypes, officeRoles } from '@qihang/shared/people/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import type { Database, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { countHeld, countsByPerson } from './held';
import { findOrphans } from './orphans';
import { keepsAnAdmin } from './rules';
import { type GrantRow, listAdminGrants, listRunning, listUsersOf } from './store';
import { noHoldings } from './view';

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

/** How many live pieces a person looks after, to be handed over at the end of a term. */
export async function countHoldings(context: Context, userId: string, now: Date): Promise<number> {
  const held = countsByPerson(await countHeld(context, context.db.read, now)).get(userId) ?? noHoldings;
  return holdingTypes.reduce((sum, type) => sum + held[type], 0);
}

/** How many live pieces are without an owner, by type. */
export async function countOrphans(context: Context, now: Date) {
  const { orphaned } = await findOrphans(context, now);
  const sum = (of: (typeof holdingTypes)[number]) =>
    orphaned.filter(({ type }) => type === of).reduce((total, { n }) => total + n, 0);
  return { job: sum('job'), thread: sum('thread') };
}

/** How many terms of office end within so many days, and whose is the next. */
export async function countEndingTerms({ db }: Context, now: Date, days: number) {
  const latest = new Date(now.getTime() + days * dayMs);
  const ending = (await listRunning(db, db.read, officeRoles, now)).flatMap(({ userId, endsAt }) =>
    endsAt !== null && endsAt <= latest ? [{ userId, endsAt }] : [],
  );
  const people = await listUsersOf(db, db.read, [...new Set(ending.map(({ userId }) => userId))]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const present = ending.flatMap(({ userId, endsAt }) => {
    const name = names.get(userId);
    return name === undefined ? [] : [{ name, endsAt }];
  });
  const [next = null] = present.sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime());
  return { count: present.length, next };
}
