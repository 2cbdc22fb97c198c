import { setTimeout as sleep } from 'node:timers/promises';
import { brokenConstraint, driverMessage } from '@qihang/server/db/errors';
import type { Tx } from '@qihang/server/db/types';
import { and, eq, sql } from 'drizzle-orm';
import { engine, type OpenTestDatabase, openTestDatabase } from '../support/database';

let db: OpenTestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(() => db.restore());
afterAll(() => db.close());

const at = new Date('2026-11-20T02:24:00.123Z');
const user = (id: string, demoAccount: string | null = null) => ({
  id,
  name: `人${id}`,
  createdAt: at,
  demoAccount,
});
const insert = (tx: Tx, id: string, account?: string) => tx.insert(db.tables.users).values(user(id, account));
const count = () => db.read.$count(db.tables.users);

describe(`the ${engine} database`, () => {
  it('gives back what was written, type by type', async () => {
    const { users } = db.tables;
    await db.write((tx) =>
      tx.insert(users).values({
        ...user('a'),
        verified: true,
        cities: ['深圳', '广州'],
        kinds: ['campus'],
        degree: 'master',
        graduationYear: 2027,
      }),
    );
    const [row] = await db.read.select().from(users);
    expect(row).toEqual({
      ...user('a'),
      verified: true,
      college: null,
      className: null,
      studentNo: null,
      major: null,
      degree: 'master',
      graduationYear: 2027,
      cities: ['深圳', '广州'],
      kinds: ['campus'],
    });
  });

  it('loses none of many concurrent read-modify-writes', async () => {
    const { users } = db.tables;
    await db.write((tx) => tx.insert(users).values({ ...user('a'), graduationYear: 0 }));
    await Promise.all(
      Array.from({ length: 40 }, () =>
        db.write(async (tx) => {
          const [row] = await tx.select().from(users).where(eq(users.id, 'a'));
          await sleep(1);
          await tx
            .update(users)
            .set({ graduationYear: (row?.graduationYear ?? 0) + 1 })
            .where(eq(users.id, 'a'));
        }),
      ),
    );
    const [row] = await db.read.select().from(users);
    expect(row?.graduationYear).toBe(40);
  });

  it('rolls back all of a failed write, and only that', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        db.write(async (tx) => {
          await insert(tx, `a${i}`);
          await sleep(1);
          await insert(tx, `b${i}`);
          if (i % 2) throw new Error('no');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await count()).toBe(20);
  });

  it('shows readers nothing that is not committed', async () => {
    await db.write(async (tx) => {
      await insert(tx, 'a');
      expect(await count()).toBe(0);
      expect(await tx.$count(db.tables.users)).toBe(1);
    });
    expect(await count()).toBe(1);
  });

  it('names a broken constraint in the same words', async () => {
    const refusal = (work: (tx: Tx) => Promise<unknown>) =>
      db.write(work).then(() => 'none', brokenConstraint);
    await db.write((tx) => insert(tx, 'a', 'lead'));
    expect(await refusal((tx) => insert(tx, 'a'))).toBe('unique');
    expect(await refusal((tx) => insert(tx, 'b', 'lead'))).toBe('unique');
    const { sessions } = db.tables;
    const orphan = { tokenHash: 'x', userId: 'nobody', createdAt: at, expiresAt: at };
    expect(await refusal((tx) => tx.insert(sessions).values(orphan))).toBe('foreign');
    expect(await refusal(() => Promise.reject(new Error('something else')))).toBeUndefined();
  });

  it('removes what belongs to a removed row', async () => {
    const { users, sessions } = db.tables;
    await db.write(async (tx) => {
      await insert(tx, 'a');
      await tx.insert(sessions).values({ tokenHash: 'x', userId: 'a', createdAt: at, expiresAt: at });
    });
    await db.write((tx) => tx.delete(users).where(eq(users.id, 'a')));
    expect(await db.read.$count(sessions)).toBe(0);
  });

  it('compares rows the way keyset pages need', async () => {
    const { users } = db.tables;
    await db.write(async (tx) => {
      for (const id of ['a', 'b', 'c']) await insert(tx, id);
    });
    const rows = await db.read
      .select({ id: users.id })
      .from(users)
      .where(and(sql`(${users.createdAt}, ${users.id}) < (${sql.param(at, users.createdAt)}, ${'c'})`));
    expect(rows.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  it('refuses a write inside a write, which would wait for itself', async () => {
    await expect(db.write(() => db.write(async () => 1))).rejects.toThrow('write inside write');
    expect(await db.write(async () => 'still works')).toBe('still works');
  });

  it('refuses a tx that outlives its write', async () => {
    let kept: Tx | undefined;
    await db.write(async (tx) => {
      kept = tx;
    });
    await expect((async () => kept && (await insert(kept, 'late')))()).rejects.toThrow();
    expect(await count()).toBe(0);
  });

  it('counts commits', async () => {
    const before = db.commits();
    await db.write((tx) => insert(tx, 'a'));
    await db.write(() => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(db.commits()).toBe(before + 1);
  });
});

if (engine === 'sqlite') {
  describe('SQLite', () => {
    it('survives power loss after an acknowledged write, and holds foreign keys', async () => {
      const pragma = (name: string) =>
        db.write((tx) =>
          tx
            .select({ value: sql<number | string>`value` })
            .from(sql`(select ${sql.raw(name)} as value from pragma_${sql.raw(name)})`),
        );
      expect(await pragma('journal_mode')).toEqual([{ value: 'wal' }]);
      expect(await pragma('synchronous')).toEqual([{ value: 2 }]);
      expect(await pragma('foreign_keys')).toEqual([{ value: 1 }]);
    });

    it('cannot write through the reader', async () => {
      const writer = db.read as Tx;
      // A native error may come from another realm of Jest's, where toThrow does not know it for an error.
      const refusal = await (async () => insert(writer, 'a'))().then(() => 'written', driverMessage);
      expect(refusal).toMatch(/readonly/);
    });
  });
}
