import { eq } from 'drizzle-orm';
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

export const insertSession = ({ tables: { sessions } }: Database, tx: Tx, row: SessionRow) =>
  tx.insert(sessions).values(row);

export const deleteSession = ({ tables: { sessions } }: Database, tx: Tx, tokenHash: string) =>
  tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));

export const updateUser = ({ tables: { users } }: Database, tx: Tx, id: string, change: Partial<UserRow>) =>
  tx.update(users).set(change).where(eq(users.id, id));
