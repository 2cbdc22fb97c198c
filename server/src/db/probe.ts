import { eq } from 'drizzle-orm';
import type { Kit } from './kit/pg';
import type { Tables, Tx } from './types';

/** Empty but for the length of a transaction that finds out whether the database takes writes. */
export const probeTables = ({ table, str }: Kit) => ({ probes: table('probes', { id: str().primaryKey() }) });

type ProbeTables = ReturnType<typeof probeTables>;

declare module './types' {
  interface Tables extends ProbeTables {}
}

/** Writes a row and deletes it. Both are written to the disk when the transaction commits. */
export async function writeProbe({ probes }: Pick<Tables, 'probes'>, tx: Tx, id: string): Promise<void> {
  await tx.insert(probes).values({ id });
  await tx.delete(probes).where(eq(probes.id, id));
}
