import type { Kit } from '../db/kit/pg';

export function installationTables({ table, str }: Kit) {
  /** What the database knows of the installation that it belongs to. */
  const installation = table('installation', {
    /** `purpose`: `demo` or `real`. `secret`: the fingerprint of QIHANG_SECRET. */
    key: str().primaryKey(),
    value: str().notNull(),
  });
  return { installation };
}

type InstallationTables = ReturnType<typeof installationTables>;

declare module '../db/types' {
  interface Tables extends InstallationTables {}
}
