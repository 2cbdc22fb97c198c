import { makeTables } from '@qihang/server/composition/tables';
import { sqliteKit } from '@qihang/server/db/kit/sqlite';
import { rangeOfSecond } from '@qihang/server/db/search/fts5-ids';
import { documentTokens } from '@qihang/server/db/search/tokens';
import { defaultBoards } from '@qihang/server/features/boards/defaults';
import { currentDocuments } from '@qihang/server/features/consents/documents';
import { derivedRows, searchDocOf } from '@qihang/server/features/jobs/derived';
import { columnsOf } from '@qihang/server/features/jobs/draft-row';
import type { JobRow } from '@qihang/server/features/jobs/row';
import { paths } from '@qihang/server/paths';
import { randomIds } from '@qihang/server/ports/ids';
import { nationalCatalogue } from '@qihang/shared/jobs/majors/catalogue';
import Sqlite from 'better-sqlite3';
import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { toSnakeCase } from 'drizzle-orm/casing';
import { type InventedJob, inventedJobs } from './jobs';

const tables = makeTables(sqliteKit);
const dayMs = 24 * 60 * 60 * 1000;
const chunk = 5000;
/** Words that FTS5 gathers in memory before it writes them; as many as the service's own would cost a merge a thousand jobs. */
const hashBytes = 64 * 1024 * 1024;
const defaultHashBytes = 1024 * 1024;

type Row = Record<string, unknown>;

/** Writes rows of a table as drizzle would, without building a statement for each. */
function inserter(database: Sqlite.Database, table: Table): (row: Row) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([key]) => `"${toSnakeCase(key)}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  const insert = database.prepare(`insert into "${getTableName(table)}" (${names}) values (${places})`);
  return (row) => {
    const values = columns.map(([key, column]) => {
      const value = row[key] ?? column.default ?? null;
      return value === null ? null : column.mapToDriverValue(value);
    });
    insert.run(values);
  };
}

// An index that is made once, of rows that are there, is several times faster than one that grows with each of them.
function withoutIndexes(database: Sqlite.Database, work: () => void): void {
  const indexes = database
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) database.exec(`drop index "${name}"`);
  work();
  for (const { sql } of indexes) database.exec(sql);
}

export function jobRow({ draft, publishedAt }: InventedJob, ownerId: string): JobRow {
  return {
    id: randomIds.next(publishedAt),
    board: 'jobs',
    ownerId,
    ...columnsOf(draft, publishedAt),
    unverified: false,
    closedReports: 0,
    publishedAt,
    updatedAt: publishedAt,
    verifiedAt: publishedAt,
    verifiedById: ownerId,
    version: 1,
    life: 'published',
    lifeReason: null,
    lifeRank: null,
    authorRank: 1,
    editedById: null,
    editedAt: null,
    importKey: null,
    importValueKey: null,
    lintOverride: null,
    unfinished: null,
    neverSeen: false,
    publishAt: null,
    unpublishAt: null,
    submittedAt: null,
    returnedById: null,
    returnedAt: null,
  };
}

function insertPeople(database: Sqlite.Database, now: Date, tokenHash: string): string {
  const id = randomIds.next(now);
  const board = inserter(database, tables.boards);
  for (const [i, one] of defaultBoards.entries()) board({ ...one, position: i, enabled: true });
  inserter(database, tables.users)({ id, name: '陈一鸣', verified: true, createdAt: now });
  inserter(database, tables.roleGrants)({ id, userId: id, role: 'lead', startsAt: new Date(0) });
  const expiresAt = new Date(now.getTime() + 30 * dayMs);
  inserter(database, tables.sessions)({ tokenHash, userId: id, createdAt: now, expiresAt });
  for (const { name, version, hash } of currentDocuments())
    inserter(
      database,
      tables.consents,
    )({
      userId: id,
      document: name,
      version,
      hash,
      client: 'h5',
      acceptedAt: now,
    });
  return id;
}

function insertJobs(database: Sqlite.Database, rows: number, now: Date, ownerId: string): void {
  const job = inserter(database, tables.jobs);
  const doc = inserter(database, tables.searchDocs);
  const terms = database.prepare('insert into search_terms (rowid, terms) values (?, ?)');
  const derived = Object.entries({
    jobCities: tables.jobCities,
    jobMajors: tables.jobMajors,
    jobMajorKeys: tables.jobMajorKeys,
    jobDuplicateKeys: tables.jobDuplicateKeys,
  }).map(([name, table]) => ({
    name: name as keyof ReturnType<typeof derivedRows>,
    insert: inserter(database, table),
  }));
  const jobs = inventedJobs(rows, now);
  let lastId = -1;
  const insertChunk = database.transaction(() => {
    for (let i = 0; i < chunk; i++) {
      const invented = jobs.next().value as InventedJob | undefined;
      if (!invented) return;
      const row = jobRow(invented, ownerId);
      const searchDoc = searchDocOf(row);
      job(row);
      const found = derivedRows(row, nationalCatalogue);
      for (const { name, insert } of derived) for (const one of found[name]) insert(one);
      lastId = Math.max(lastId + 1, rangeOfSecond(0, Math.floor(row.publishedAt.getTime() / 1000)).first);
      doc({ ...searchDoc, id: lastId });
      terms.run(BigInt(lastId), documentTokens(searchDoc).join(' '));
    }
  });
  for (let done = 0; done < rows; done += chunk) insertChunk();
}

/**
 * Writes a database of `rows` invented jobs, a lead to post more, and the lead's session: the rows that the service would
 * write, made by its own functions, in bulk.
 */
export function writeDatabase(file: string, rows: number, now: Date, tokenHash: string): void {
  const database = new Sqlite(file);
  // Whatever goes wrong, the file is thrown away.
  for (const pragma of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'cache_size = -1048576',
    'foreign_keys = OFF',
  ])
    database.pragma(pragma);
  migrate(drizzle({ client: database, casing: 'snake_case' }), { migrationsFolder: paths.sqliteMigrations });
  const setHashSize = (bytes: number) =>
    database.exec(`insert into search_terms (search_terms, rank) values ('hashsize', ${bytes})`);
  const ownerId = insertPeople(database, now, tokenHash);
  setHashSize(hashBytes);
  withoutIndexes(database, () => insertJobs(database, rows, now, ownerId));
  setHashSize(defaultHashBytes);
  database.close();
}
