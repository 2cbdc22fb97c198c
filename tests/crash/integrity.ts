// What the database says of itself after the kills, and whether search finds what is there.
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Database } from '@qihang/server/db/types';
import type { Storage } from '@qihang/server/ports/storage/storage';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

function sqliteFaults(file: string): string[] {
  const database = new Sqlite(file);
  try {
    const said = database.pragma('integrity_check') as { integrity_check: string }[];
    const orphans = database.pragma('foreign_key_check') as { table: string }[];
    // Compares the index with itself; throws when it is malformed.
    database.exec(`insert into search_terms(search_terms) values ('integrity-check')`);
    return [
      ...said.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok'),
      ...orphans.map(({ table }) => `${table}: a row refers to nothing`),
    ];
  } finally {
    database.close();
  }
}

const indexesQuery = `select c.oid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
  join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relnamespace = 'public'::regnamespace`;

const foreignKeysQuery = `select conrelid::regclass::text as table, confrelid::regclass::text as target,
  (select string_agg(format('%I', attname), ',') from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns,
  (select string_agg(format('%I', attname), ',') from pg_attribute where attrelid = confrelid and attnum = any(confkey)) as keys
  from pg_constraint where contype = 'f' and cardinality(conkey) = 1`;

async function postgresqlFaults(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const faults: string[] = [];
    await client.query('create extension if not exists amcheck');
    // Every row of the table has to be in the index.
    for (const { name } of (await client.query<{ name: string }>(indexesQuery)).rows)
      await client
        .query('select bt_index_check($1::regclass, true)', [name])
        .catch(({ message }: Error) => faults.push(`${name}: ${message}`));
    const { rows } =
      await client.query<Record<'table' | 'target' | 'columns' | 'keys', string>>(foreignKeysQuery);
    for (const { table, target, columns, keys } of rows) {
      const orphans = await client.query(
        `select 1 from ${table} t where t.${columns} is not null
           and not exists (select 1 from ${target} o where o.${keys} = t.${columns}) limit 1`,
      );
      if (orphans.rows.length > 0) faults.push(`${table}.${columns}: a row refers to nothing`);
    }
    return faults;
  } finally {
    await client.end();
  }
}

/** What is wrong with the file or the cluster, in its own words: pages, indexes against tables, references. */
export const faultsOf = async (url: string): Promise<string[]> =>
  url.startsWith('file:') ? sqliteFaults(url.slice('file:'.length)) : postgresqlFaults(url);

/** Questions that have no document or one too many, and those that search does not find by their title. */
export async function searchDifferences(db: Database): Promise<string[]> {
  const { threads, boards, searchDocs } = db.tables;
  const rows = await db.read.select({ id: threads.id, title: threads.title }).from(threads);
  const slugs = (await db.read.select({ slug: boards.slug }).from(boards)).map(({ slug }) => slug);
  const documents = (
    await db.read.select({ type: searchDocs.type, refId: searchDocs.refId }).from(searchDocs)
  ).map(({ type, refId }) => `${type} ${refId}`);
  const expected = new Set(rows.map(({ id }) => `thread ${id}`));
  const found = new Set(documents);
  const differences = [
    ...[...expected].filter((one) => !found.has(one)).map((one) => `${one} has no document`),
    ...documents.filter((one) => !expected.has(one)).map((one) => `${one} has a document and no row`),
    ...(documents.length > found.size ? ['a document is there twice'] : []),
  ];
  for (const { id, title } of rows) {
    const word = /q\d+x\d+q/.exec(title)?.[0] ?? title;
    const hits = await db.search.search(db.read, word, { at: new Date(), boards: slugs, limit: 5 });
    if (hits.length !== 1 || hits[0]?.refId !== id)
      differences.push(`${title} is found ${hits.length} times`);
  }
  return differences;
}

/** Uploads whose files are not there, or not what was stored. */
export async function mediaFaults(
  { read, tables: { blobs } }: Database,
  storage: Storage,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { key, sha256, files } of await read.select().from(blobs)) {
    const hash = createHash('sha256');
    for (const { name, bytes } of files) {
      const content = await storage.get(`${key}/${name}`);
      const found = content ? await buffer(content) : Buffer.alloc(0);
      if (found.length !== bytes) faults.push(`${key}/${name} has ${found.length} bytes, not ${bytes}`);
      hash.update(`${found.length}:`).update(found);
    }
    if (hash.digest('hex') !== sha256) faults.push(`${key} is not what was stored`);
  }
  return faults;
}
