import { eq, inArray } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../db/types';

export type InstallationKey = 'purpose' | 'secret';

export async function findInstallation(
  { tables: { installation } }: Database,
  read: Reader,
  key: InstallationKey,
): Promise<string | undefined> {
  const [row] = await read.select().from(installation).where(eq(installation.key, key));
  return row?.value;
}

/** Writes a value that is not there yet, and gives what the database has then: another process may have been faster. */
export async function settleInstallation(
  db: Database,
  tx: Tx,
  key: InstallationKey,
  value: string,
): Promise<string | undefined> {
  await tx.insert(db.tables.installation).values({ key, value }).onConflictDoNothing();
  return findInstallation(db, tx, key);
}

export const putInstallation = (
  { tables: { installation } }: Database,
  tx: Tx,
  key: InstallationKey,
  value: string,
) =>
  tx
    .insert(installation)
    .values({ key, value })
    .onConflictDoUpdate({ target: installation.key, set: { value } });

export const deleteInstallation = (
  { tables: { installation } }: Database,
  tx: Tx,
  keys: readonly InstallationKey[],
) => tx.delete(installation).where(inArray(installation.key, [...keys]));
