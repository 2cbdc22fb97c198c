import { driverMessage } from '@qihang/server/db/errors';
import type { Tx } from '@qihang/server/db/types';
import { recordAct } from '@qihang/server/features/audit/public';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import pg from 'pg';
import { engine, type OpenTestDatabase, openTestDatabase } from '../support/database';

let db: OpenTestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await db.write((tx) => recordAct({ db }, tx, act('first')));
  await db.keep();
});
beforeEach(() => db.restore());
afterAll(() => db.close());

const act = (id: string) => ({
  id,
  at: new Date('2026-11-20T02:24:00.000Z'),
  actorId: null,
  action: 'boards.update',
  targetType: 'board',
  targetId: 'jobs',
  before: { enabled: true },
  after: { enabled: false },
  reason: null,
  requestId: 'r1',
});

const refusal = (work: (tx: Tx) => Promise<unknown>) => db.write(work).then(() => 'done', driverMessage);
const appendOnly = expect.stringContaining('audit_log is append-only');

/** One statement past everything of ours, as somebody with the database's password could send it. */
async function raw(statement: string): Promise<string> {
  if (engine === 'postgresql') {
    const client = new pg.Client(db.url);
    await client.connect();
    const said = await client.query(statement).then(() => 'done', driverMessage);
    await client.end();
    return said;
  }
  const connection = new Sqlite(db.url.slice('file:'.length));
  try {
    connection.exec(statement);
    return 'done';
  } catch (error) {
    return driverMessage(error);
  } finally {
    connection.close();
  }
}

describe(`the audit log on ${engine}`, () => {
  afterEach(async () => {
    const rows = await db.read.select().from(db.tables.auditLog);
    expect(rows).toEqual([{ ...act('first'), actorRoles: [] }]);
  });

  it('refuses to change a row', async () => {
    const { auditLog } = db.tables;
    expect(await refusal((tx) => tx.update(auditLog).set({ reason: '改了' }))).toEqual(appendOnly);
    expect(await raw("update audit_log set reason = 'x' where id = 'first'")).toEqual(appendOnly);
  });

  it('refuses to delete a row', async () => {
    const { auditLog } = db.tables;
    expect(await refusal((tx) => tx.delete(auditLog).where(eq(auditLog.id, 'first')))).toEqual(appendOnly);
    expect(await raw('delete from audit_log')).toEqual(appendOnly);
  });

  it('refuses to put another row in the place of one', async () => {
    const { auditLog } = db.tables;
    const upsert = (tx: Tx) =>
      tx
        .insert(auditLog)
        .values({ ...act('first'), reason: '改了' })
        .onConflictDoUpdate({ target: auditLog.id, set: { reason: '改了' } });
    expect(await refusal(upsert)).toEqual(appendOnly);
    expect(await refusal((tx) => recordAct({ db }, tx, act('first')))).not.toBe('done');
  });

  if (engine === 'sqlite') {
    const columns = 'id, at, action, target_type, target_id, request_id';
    it.each([
      ['its id', `insert or replace into audit_log (${columns}) values ('first', 0, 'a', 'b', 'c', 'd')`],
      [
        'its place on disk',
        `insert or replace into audit_log (rowid, ${columns}) values (1, 'x', 0, 'a', 'b', 'c', 'd')`,
      ],
    ])('refuses a replacement by %s, which SQLite does without deleting', async (_, statement) => {
      expect(await raw(statement)).toEqual(appendOnly);
    });
  } else {
    it('refuses to be emptied', async () => {
      expect(await raw('truncate audit_log')).toEqual(appendOnly);
      expect(await raw('truncate users, audit_log cascade')).toEqual(appendOnly);
    });
  }
});
