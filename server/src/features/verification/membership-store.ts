import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Database, Tx } from '../../db/types';
import { insertGrant } from '../users/public-store';
import type { EntryRow } from './store';

type Member = Pick<EntryRow, 'studentNo' | 'name' | 'college' | 'major' | 'className' | 'graduationYear'>;

/** What an account carries of the roster: who posts is known to the office by the real name. */
const columnsOf = ({ studentNo, name, college, major, className, graduationYear }: Member) => ({
  studentNo,
  name,
  college,
  major,
  className,
  graduationYear,
});

const graduateGrants = ({ tables: { roleGrants } }: Database, userId: string, now: Date) =>
  and(
    eq(roleGrants.userId, userId),
    eq(roleGrants.role, 'graduate'),
    lte(roleGrants.startsAt, now),
    or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
  );

/** Writes what the roster says into the account, verifies it, and makes it a graduate's. */
export async function beginMembership(
  db: Database,
  tx: Tx,
  userId: string,
  entry: Member,
  { grantId, now }: { grantId: string; now: Date },
): Promise<void> {
  const { users, roleGrants } = db.tables;
  await tx
    .update(users)
    .set({ ...columnsOf(entry), verified: true })
    .where(eq(users.id, userId));
  if ((await tx.$count(roleGrants, graduateGrants(db, userId, now))) > 0) return;
  await insertGrant(db, tx, {
    id: grantId,
    userId,
    role: 'graduate',
    boards: null,
    startsAt: now,
    endsAt: null,
  });
}

/** Brings a changed roster into the account bound to the entry. */
export const updateMembership = ({ tables: { users } }: Database, tx: Tx, userId: string, entry: Member) =>
  tx.update(users).set(columnsOf(entry)).where(eq(users.id, userId));

/** The account stays, with all that was written by it, but is nobody's of this school any more. */
export async function endMembership(
  db: Database,
  tx: Tx,
  userId: string,
  { keepNumber, now }: { keepNumber: boolean; now: Date },
): Promise<void> {
  const { users, roleGrants } = db.tables;
  await tx
    .update(users)
    .set({ verified: false, ...(keepNumber ? {} : { studentNo: null, className: null }) })
    .where(eq(users.id, userId));
  await tx
    .update(roleGrants)
    .set({ endsAt: now })
    .where(graduateGrants(db, userId, now));
}
