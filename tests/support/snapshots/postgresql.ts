import pg from 'pg';
import type { Snapshots } from './snapshots';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Rows are copied to schemas of the same database and back, by functions that PostgreSQL plans once. */
export function postgresqlSnapshots(url: string): Snapshots {
  const client = new pg.Client(url);
  // Tests of outages stop the server.
  client.on('error', () => undefined);
  const connected = client.connect();
  const known = new Set<string>();

  async function namesOf(kind: 'r' | 'S'): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relkind = $1 and c.relnamespace = 'public'::regnamespace order by 1`,
      [kind],
    );
    return rows.map(({ name }) => name);
  }

  /** Makes the schema of a snapshot, with its tables and the two functions that copy. */
  async function prepare(name: string): Promise<void> {
    const schema = quoted(`snapshot_${name}`);
    const tables = await namesOf('r');
    const sequences = await namesOf('S');
    const pairs = tables.map((table) => [`public.${quoted(table)}`, `${schema}.${quoted(table)}`] as const);
    const counters = sequences.map(
      (one) => [`public.${quoted(one)}`, `${schema}.${quoted(`counter_${one}`)}`] as const,
    );
    const take = [
      ...pairs.map(([table, kept]) => `delete from ${kept}; insert into ${kept} table ${table};`),
      ...counters.map(
        ([one, kept]) => `delete from ${kept}; insert into ${kept} select last_value, is_called from ${one};`,
      ),
    ];
    const restore = [
      ...pairs.map(
        ([table, kept]) =>
          `if (select count(*) from ${table}) <> (select count(*) from ${kept})
             or exists (table ${table} except all table ${kept}) then
             delete from ${table}; insert into ${table} table ${kept};
           end if;`,
      ),
      ...counters.map(([one, kept]) => `perform setval('${one}', last_value, is_called) from ${kept};`),
    ];
    // As a replica PostgreSQL checks no foreign keys and runs no triggers: the audit log would not give its rows back.
    const copier = (verb: string, steps: string[]) =>
      `create function ${schema}.${verb}() returns void language plpgsql set session_replication_role = replica
       as $$ begin ${steps.join('\n')} end $$;`;
    await client.query(
      [
        `create schema ${schema};`,
        ...pairs.map(([table, kept]) => `create table ${kept} (like ${table});`),
        ...counters.map(([, kept]) => `create table ${kept} (last_value bigint, is_called boolean);`),
        copier('take', take),
        copier('restore', restore),
      ].join('\n'),
    );
    known.add(name);
  }

  return {
    async take(name) {
      await connected;
      if (!known.has(name)) await prepare(name);
      await client.query(`select ${quoted(`snapshot_${name}`)}.take()`);
    },
    async restore(name) {
      if (!known.has(name)) throw new Error(`There is no snapshot ${name}`);
      await client.query(`select ${quoted(`snapshot_${name}`)}.restore()`);
    },
    async close() {
      await connected;
      await client.end();
    },
  };
}
