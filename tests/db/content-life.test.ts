// What the flag `hidden` said of a row, its state says after the migration; the default boards get their rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { engine, newDatabase, type TestDatabase } from '../support/database';

const folder = join(__dirname, '../../server/src/migrations', engine);
const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
const first = files.findIndex((name) => name.includes('content-life'));

interface Raw {
  run(statement: string): Promise<void>;
  rows(query: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

async function open({ url }: TestDatabase): Promise<Raw> {
  if (engine === 'sqlite') {
    const db = new Sqlite(url.slice('file:'.length));
    return {
      run: async (statement) => void db.exec(statement),
      rows: async (query) => db.prepare(query).all() as Record<string, unknown>[],
      close: async () => void db.close(),
    };
  }
  const client = new pg.Client(url);
  await client.connect();
  // The copied database is migrated already.
  await client.query('drop schema public cascade; create schema public');
  return {
    run: async (statement) => void (await client.query(statement)),
    rows: async (query) => (await client.query(query)).rows,
    close: () => client.end(),
  };
}

const at = engine === 'sqlite' ? '1700000000000' : "'2026-01-01T00:00:00Z'";

/** A row of each table of content, once as readers saw it and once hidden, and the boards as they were. */
const before = [
  `insert into users (id, name, verified, cities, kinds, created_at) values ('u', '林晓', true, '[]', '[]', ${at})`,
  `insert into role_grants (id, user_id, role, starts_at) values ('g', 'u', 'teacher', ${at})`,
  ...['jobs:job', 'guidance:article', 'affairs:article', 'notices:article', 'threads:thread'].map((board) => {
    const [slug, kind] = board.split(':');
    return `insert into boards (slug, name, kind, position, enabled, post_roles) values ('${slug}', '栏目', '${kind}', 1, true, '[]')`;
  }),
  ...[false, true].flatMap((hidden) => {
    const id = hidden ? 'gone' : 'seen';
    const flag = `${hidden}, ${hidden ? "'涉嫌收费'" : 'null'}`;
    return [
      `insert into jobs (id, board, owner_id, title, company, kind, cities, degree_rank, majors, closes_at, origin, body, published_at, updated_at, hidden, hidden_reason)
       values ('${id}', 'jobs', 'u', '题', '公司', 'campus', '[]', 0, '[]', ${at}, 'college', '文', ${at}, ${at}, ${flag})`,
      `insert into posts (id, board, author_id, title, summary, markdown, blocks, reading_minutes, published_at, updated_at, hidden, hidden_reason)
       values ('${id}', 'guidance', 'u', '题', '', '', '[]', 1, ${at}, ${at}, ${flag})`,
      `insert into threads (id, board, asker_id, title, body, category, asked_at, active_at, due_at, hidden, hidden_reason)
       values ('${id}', 'threads', 'u', '题', '文', 'policy', ${at}, ${at}, ${at}, ${flag})`,
      `insert into answers (id, thread_id, author_id, body, answered_at, hidden, hidden_reason)
       values ('${id}', '${id}', 'u', '文', ${at}, ${flag})`,
    ];
  }),
];

let database: TestDatabase;
let raw: Raw;
beforeAll(async () => {
  database = await newDatabase();
  raw = await open(database);
  const apply = async (names: readonly string[]) => {
    for (const name of names)
      for (const statement of readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint'))
        await raw.run(statement);
  };
  await apply(files.slice(0, first));
  for (const statement of before) await raw.run(statement);
  await apply(files.slice(first));
});
afterAll(async () => {
  await raw.close();
  await database.drop();
});

it.each(['jobs', 'posts', 'threads', 'answers'])(
  'keeps what is hidden in %s, and shows the rest',
  async (table) => {
    expect(await raw.rows(`select id, life, life_reason from ${table} order by id`)).toEqual([
      { id: 'gone', life: 'hidden', life_reason: '涉嫌收费' },
      { id: 'seen', life: 'published', life_reason: null },
    ]);
  },
);

it.each(['jobs', 'posts', 'threads', 'answers'])(
  'lets %s speak with the rank of their authors, and be brought back by those who hide',
  async (table) => {
    expect(await raw.rows(`select id, author_rank, life_rank from ${table} order by id`)).toEqual([
      { id: 'gone', author_rank: 2, life_rank: 2 },
      { id: 'seen', author_rank: 2, life_rank: null },
    ]);
  },
);

it('gives the default boards the rules that were wired to their slugs', async () => {
  const rows = await raw.rows(
    'select slug, source_required, strip, colour, review from boards order by slug',
  );
  const told = rows.map((row) => ({
    ...row,
    source_required: Boolean(row.source_required),
    strip: Boolean(row.strip),
  }));
  const plain = { source_required: false, strip: false, colour: 'teal', review: 'direct' };
  expect(told).toEqual([
    { slug: 'affairs', ...plain, source_required: true, colour: 'red' },
    { slug: 'guidance', ...plain },
    { slug: 'jobs', ...plain },
    { slug: 'notices', ...plain, strip: true },
    { slug: 'threads', ...plain },
  ]);
});
