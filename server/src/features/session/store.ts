import { eq, getTableColumns } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/database';

export interface SessionRow {
  tokenHash: string;
  userId: string;
  createdAt: Date;
  expiresAt: Date;
}

export async function findUser({ tables: { users } }: Database, read: Reader, id: string) {
  const [row] = await read.select().from(users).where(eq(users.id, id));
  return row;
}
export type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;

export async function findDemoUser({ tables: { users } }: Database, read: Reader, account: string) {
  const [row] = await read.select().from(users).where(eq(users.demoAccount, account));
  return row;
}

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

/** Inserts a person; what `row` does not say is not known yet. */
export async function insertUser(
  { tables: { users } }: Database,
  tx: Tx,
  row: typeof users.$inferInsert,
): Promise<UserRow> {
  const [user] = await tx.insert(users).values(row).returning();
  if (!user) throw new Error('The inserted user did not come back');
  return user;
}

export const insertWechatIdentity = (
  { tables: { wechatIdentities } }: Database,
  tx: Tx,
  row: { openid: string; userId: string; createdAt: Date },
) => tx.insert(wechatIdentities).values(row);

export const insertSession = ({ tables: { sessions } }: Database, tx: Tx, row: SessionRow) =>
  tx.insert(sessions).values(row);

export const deleteSession = ({ tables: { sessions } }: Database, tx: Tx, tokenHash: string) =>
  tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));

export const updateUser = ({ tables: { users } }: Database, tx: Tx, id: string, change: Partial<UserRow>) =>
  tx.update(users).set(change).where(eq(users.id, id));
