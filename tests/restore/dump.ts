import Sqlite from 'better-sqlite3';
import pg from 'pg';

/** Every row of every table, by the table's name: those that the engine keeps for itself, too, and its triggers. */
export type Dump = Record<string, string[]>;

const quoted = (name: string) => `"${name}"`;

function dumpSqlite(file: string): Dump {
  const database = new Sqlite(file, { readonly: true });
  const names = database
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type in ('table', 'shadow') order by 1`,
    )
    .pluck()
    .all() as string[];
  const rows = (query: string) =>
    database
      .prepare(query)
      .raw()
      .all()
      .map((row) => JSON.stringify(row))
      .sort();
  const hasRowid = (name: string) =>
    database.prepare('select not wr from pragma_table_list where name = ?').pluck().get(name) === 1;
  const dump = Object.fromEntries(
    names
      .filter((name) => name !== 'sqlite_schema')
      .map((name) => [name, rows(`select ${hasRowid(name) ? 'rowid, ' : ''}* from ${quoted(name)}`)]),
  );
  dump.schema = rows('select type, name, tbl_name, sql from sqlite_schema');
  database.close();
  return dump;
}

async function dumpPostgresql(url: string): Promise<Dump> {
  const client = new pg.Client(url);
  await client.connect();
  const rows = async (query: string) =>
    (await client.query<{ row: string }>(query)).rows.map(({ row }) => row).sort();
  const relations = await client.query<{ name: string; kind: 'r' | 'S' }>(
    `select relname as name, relkind as kind from pg_class where relkind in ('r', 'S') and relnamespace = 'public'::regnamespace`,
  );
  const dump: Dump = {};
  for (const { name, kind } of relations.rows)
    dump[name] =
      kind === 'r'
        ? await rows(`select t::text as row from ${quoted(name)} t`)
        : await rows(`select (last_value, is_called)::text as row from ${quoted(name)}`);
  dump.schema = await rows(
    `select (tgrelid::regclass, tgname, tgenabled)::text as row from pg_trigger where not tgisinternal`,
  );
  await client.end();
  return dump;
}

/** What a database holds, seen over a connection of its own. */
export const dumpOf = async (url: string): Promise<Dump> =>
  url.startsWith('file:') ? dumpSqlite(url.slice('file:'.length)) : dumpPostgresql(url);
