import { and, asc, count, desc, eq, or } from 'drizzle-orm';
import { startTestApp, type TestApp } from '../support/app';

// Every test that asks a database is a test of this: see support/total-order.ts.

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

describe('an order under which two rows may tie', () => {
  const message = 'Rows may tie under this order';

  it('is refused: a time, a time and what is no key, a part of a key', () => {
    const { read, tables } = t.context.db;
    const { auditLog, revisions } = tables;
    expect(() => read.select().from(auditLog).orderBy(desc(auditLog.at))).toThrow(message);
    expect(() => read.select().from(auditLog).orderBy(desc(auditLog.at), asc(auditLog.action))).toThrow(
      message,
    );
    expect(() => read.select().from(revisions).orderBy(desc(revisions.rev))).toThrow(message);
    const oneOfTwo = or(eq(revisions.pieceId, 'a'), eq(revisions.pieceId, 'b'));
    const half = and(eq(revisions.type, 'post'), oneOfTwo);
    expect(() => read.select().from(revisions).where(half).orderBy(desc(revisions.rev))).toThrow(message);
    const { type, at } = revisions;
    const groups = read.select({ type, at, n: count() }).from(revisions).groupBy(type, at);
    expect(() => groups.orderBy(asc(at))).toThrow(message);
  });

  it('is none with a key, or with the rest of a key', async () => {
    const { read, tables } = t.context.db;
    const { auditLog, revisions } = tables;
    await read.select().from(auditLog).orderBy(desc(auditLog.at), desc(auditLog.id));
    const one = and(eq(revisions.type, 'post'), eq(revisions.pieceId, 'a'));
    await read.select().from(revisions).where(one).orderBy(desc(revisions.rev));
    const { type, at } = revisions;
    const groups = read.select({ type, at, n: count() }).from(revisions).groupBy(type, at);
    expect(await groups.orderBy(asc(at), asc(type))).toEqual([]);
  });
});
