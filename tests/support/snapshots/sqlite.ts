import Sqlite from 'better-sqlite3';
import type { Snapshots } from './snapshots';

interface StoredTable {
  name: string;
  /** Whether it has rowids, which the full-text index refers to. */
  hasRowid: boolean;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** One table in the file and in a snapshot. */
function copierOf(database: Sqlite.Database, snapshot: string, { name, hasRowid }: StoredTable) {
  const table = `main.${quoted(name)}`;
  // SQLite keeps names such as sqlite_sequence for itself.
  const kept = `${snapshot}.${quoted(`kept_${name}`)}`;
  const columns = database.prepare(`select name from pragma_table_info(?)`).pluck().all(name) as string[];
  const listed = columns.map(quoted).join(', ');
  const [from, to] = hasRowid ? [`rowid as kept_rowid, ${listed}`, `rowid, ${listed}`] : [listed, listed];
  database.exec(`create table ${kept} as select ${from} from ${table} where false`);
  const empty = database.prepare(`delete from ${table}`);
  const fill = database.prepare(`insert into ${table} (${to}) select * from ${kept}`);
  const forget = database.prepare(`delete from ${kept}`);
  const keep = database.prepare(`insert into ${kept} select ${from} from ${table}`);
  const differs = database
    .prepare(
      `select (select count(*) from ${table}) <> (select count(*) from ${kept})
         or exists (select ${from} from ${table} except select * from ${kept})`,
    )
    .pluck();
  return {
    name,
    differs: () => differs.get() === 1,
    take() {
      forget.run();
      keep.run();
    },
    restore() {
      empty.run();
      fill.run();
    },
  };
}

/**
 * Rows are copied to databases in memory and back over a connection of our own. The full-text index is restored by the tables
 * that SQLite stores it in, since it cannot give its documents back.
 */
export function sqliteSnapshots(file: string): Snapshots {
  const database = new Sqlite(file);
  database.pragma('busy_timeout = 5000');
  database.pragma('foreign_keys = OFF');
  // Rows of tests need not survive a crash of the machine.
  database.pragma('synchronous = OFF');
  // Otherwise the tables of the full-text index cannot be written.
  database.unsafeMode(true);
  const tables = database
    .prepare(
      `select name, not wr as hasRowid from pragma_table_list
       where schema = 'main' and type in ('table', 'shadow') and name not in ('sqlite_schema', 'sqlite_master')`,
    )
    .all() as StoredTable[];
  const snapshots = new Map<string, ReturnType<typeof copierOf>[]>();
  const version = () => database.pragma('data_version', { simple: true });
  /** What the database is known to hold, until another connection commits. */
  let held: { name: string; version: unknown } | undefined;

  function copiersOf(name: string) {
    const known = snapshots.get(name);
    if (known) return known;
    const schema = `snapshot_${snapshots.size}`;
    database.exec(`attach ':memory:' as ${schema}`);
    const copiers = tables.map((table) => copierOf(database, schema, table));
    snapshots.set(name, copiers);
    return copiers;
  }

  /** Runs `work` while the triggers of these tables, which may refuse to give rows back, are away. */
  function withoutTriggers(names: readonly string[], work: () => void): void {
    const triggers = database
      .prepare(`select name, tbl_name as "table", sql from main.sqlite_schema where type = 'trigger'`)
      .all() as { name: string; table: string; sql: string }[];
    const inTheWay = triggers.filter(({ table }) => names.includes(table));
    for (const { name } of inTheWay) database.exec(`drop trigger main.${quoted(name)}`);
    work();
    for (const { sql } of inTheWay) database.exec(sql);
  }

  return {
    async take(name) {
      const copiers = copiersOf(name);
      database.transaction(() => {
        for (const copier of copiers) copier.take();
      })();
      held = { name, version: version() };
    },
    async restore(name) {
      const copiers = snapshots.get(name);
      if (!copiers) throw new Error(`There is no snapshot ${name}`);
      if (held?.name === name && held.version === version()) return;
      database
        .transaction(() => {
          const changed = copiers.filter((copier) => copier.differs());
          withoutTriggers(
            changed.map(({ name }) => name),
            () => {
              for (const copier of changed) copier.restore();
            },
          );
        })
        .immediate();
      held = { name, version: version() };
    },
    async close() {
      database.close();
    },
  };
}
