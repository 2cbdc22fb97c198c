import type { SessionKind } from '@qihang/shared/session/vocabulary';
import { and, asc, desc, eq, getTableColumns, gt, isNotNull } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

export interface SessionRow {
  tokenHash: string;
  userId: string;
  createdAt: Date;
  expiresAt: Date;
  via: SessionKind;
  device: string | null;
}

/** A person with what only that person sees; `entry` is the roster entry that the account is bound to. */
export async function findUser({ tables }: Database, read: Reader, id: string) {
  const { users, passwords, rosterEntries } = tables;
  const [row] = await read
    .select({
      ...getTableColumns(users),
      passwordOf: passwords.userId,
      entry: { graduationYear: rosterEntries.graduationYear, leftAt: rosterEntries.leftAt },
    })
    .from(users)
    .leftJoin(passwords, eq(passwords.userId, users.id))
    .leftJoin(rosterEntries, eq(rosterEntries.userId, users.id))
    .where(eq(users.id, id));
  if (!row) return undefined;
  const { passwordOf, ...user } = row;
  return { ...user, hasPassword: passwordOf !== null };
}
export type MyRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;
export type UserRow = Omit<MyRow, 'hasPassword' | 'entry'>;

/** Who signs in with this number; `hash` is null for somebody without a password. */
export async function findByNumber(
  { tables: { users, passwords } }: Database,
  read: Reader,
  studentNo: string,
) {
  const [row] = await read
    .select({ id: users.id, hash: passwords.hash })
    .from(users)
    .leftJoin(passwords, eq(passwords.userId, users.id))
    .where(eq(users.studentNo, studentNo));
  return row;
}

export async function findPassword({ tables: { passwords } }: Database, read: Reader, userId: string) {
  const [row] = await read.select().from(passwords).where(eq(passwords.userId, userId));
  return row;
}

export function putPassword(
  { tables: { passwords } }: Database,
  tx: Tx,
  row: { userId: string; hash: string; changedAt: Date },
) {
  const { hash, changedAt } = row;
  return tx
    .insert(passwords)
    .values(row)
    .onConflictDoUpdate({ target: passwords.userId, set: { hash, changedAt } });
}

export async function findDemoUser({ tables: { users } }: Database, read: Reader, account: string) {
  const [row] = await read.select().from(users).where(eq(users.demoAccount, account));
  return row;
}

/** Those whose account one may borrow in demo mode, in no order. */
export const listDemoUsers = ({ read, tables: { users } }: Database) =>
  read
    .select({ id: users.id, name: users.name, account: users.demoAccount, studentNo: users.studentNo })
    .from(users)
    .where(isNotNull(users.demoAccount));

/** The person who signs in with this WeChat account. */
export async function findWechatUser({ tables }: Database, read: Reader, openid: string) {
  const { users, wechatIdentities } = tables;
  const [row] = await read
    .select(getTableColumns(users))
    .from(users)
    .innerJoin(wechatIdentities, eq(wechatIdentities.userId, users.id))
    .where(eq(wechatIdentities.openid, openid));
  return row;
}

export const insertWechatIdentity = (
  { tables: { wechatIdentities } }: Database,
  tx: Tx,
  row: { openid: string; userId: string; createdAt: Date },
) => tx.insert(wechatIdentities).values(row);

export const insertSession = ({ tables: { sessions } }: Database, tx: Tx, row: SessionRow) =>
  tx.insert(sessions).values(row);

/** The sessions of a person that are alive at `now`, the newest first. */
export const listSessions = ({ tables: { sessions } }: Database, read: Reader, userId: string, now: Date) =>
  read
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt), asc(sessions.tokenHash));

export const deleteSession = ({ tables: { sessions } }: Database, tx: Tx, tokenHash: string) =>
  tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));

export const updateUser = ({ tables: { users } }: Database, tx: Tx, id: string, change: Partial<UserRow>) =>
  tx.update(users).set(change).where(eq(users.id, id));
