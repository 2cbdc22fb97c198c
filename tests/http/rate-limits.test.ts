import { buildApp } from '@qihang/server/app';
import { registry } from '@qihang/server/composition/registry';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import { maxSenders, memoryCounters } from '@qihang/server/features/rate-limits/counters';
import { writeLimits } from '@qihang/server/features/rate-limits/rules';
import { runRetention } from '@qihang/server/retention';
import type { LightMyRequestResponse } from 'fastify';
import { startTestApp, type TestApp } from '../support/app';
import { engine } from '../support/database';
import type { PersonKey } from '../support/people';
import { codeFor, fillRoster } from '../support/roster';

/** Of one class, behind the one address of the campus. */
const classmates = Array.from({ length: 75 }, (_, n) => ({
  studentNo: `20230801${String(n + 10).padStart(2, '0')}`,
  name: '阎浩然',
}));

let t: TestApp;
let code: string;
let minutes = 0;
beforeAll(async () => {
  t = await startTestApp({ RATE_LIMIT: 'on' });
  await fillRoster(t, classmates);
  code = await codeFor(t);
  await t.keep();
});
beforeEach(async () => {
  await t.restore();
  // What the process counts in memory ends with its minute.
  minutes += 1;
  t.clock.advance(minutes * writeLimits.windowMs);
});
afterAll(() => t.close());

const campus = '10.1.1.1';
const statuses = (answers: readonly LightMyRequestResponse[]) => answers.map(({ statusCode }) => statusCode);
const all = (n: number, status: number) => Array<number>(n).fill(status);
const times = <T>(n: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));

/** A write that is refused for its fields: it counts like any other. */
const write = (as: PersonKey, address = campus) =>
  t.send('/me/profile', { method: 'PATCH', body: { nothing: 1 }, as, address });
const badSignIn = (address: string) => t.send('/session/password', { method: 'POST', body: {}, address });

describe('a person', () => {
  it('may write so often in a minute, reads how long to wait, and goes on afterwards', async () => {
    expect(statuses(await times(writeLimits.person, () => write('linxiao')))).toEqual(
      all(writeLimits.person, 400),
    );
    t.clock.advance(20_000);
    const refused = await write('linxiao', '10.9.9.9');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '40']);
    expect(refused.json()).toMatchObject({ code: 'rate.limited', detail: '操作太频繁，请 40 秒后再试' });
    // Reading is no matter of it.
    expect((await t.send('/me', { as: 'linxiao' })).statusCode).toBe(200);
    t.clock.advance(40_000);
    expect((await write('linxiao')).statusCode).toBe(400);
  });

  it('holds back nobody else at the same address, be it a person or a visitor', async () => {
    await times(writeLimits.person + 1, () => write('linxiao'));
    expect((await write('linxiao')).statusCode).toBe(429);
    expect((await write('zhaoyu')).statusCode).toBe(400);
    expect((await badSignIn(campus)).statusCode).toBe(400);
  });
});

describe('a network', () => {
  it('lets a class of 75 activate, sign in and write within a minute', async () => {
    const password = '芦苇荡里的灯 27';
    const answers = await times(classmates.length, (i) =>
      t.send('/session/activation', {
        method: 'POST',
        body: { ...classmates[i], code, password },
        address: campus,
      }),
    );
    expect(statuses(answers)).toEqual(all(classmates.length, 201));
    // Counted are those that failed: none.
    const left = await times(writeLimits.network, () => badSignIn(campus));
    expect(statuses(left)).toEqual(all(writeLimits.network, 400));
    expect((await badSignIn(campus)).statusCode).toBe(429);
  });

  it('that fails too often waits, whole, in words that say what to do; people who are signed in go on', async () => {
    await times(writeLimits.network, (i) => badSignIn(`2001:db8:7:1::${i}`));
    const refused = await badSignIn('2001:db8:7:1:ffff::1');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60']);
    expect(refused.json().detail).toContain('换成手机流量');
    expect((await badSignIn('2001:db8:7:2::1')).statusCode).toBe(400);
    expect((await write('linxiao', '2001:db8:7:1::1')).statusCode).toBe(400);
  });

  it('counts writes of dead sessions, too', async () => {
    const dead = () =>
      t.send('/me/profile', { method: 'PATCH', body: {}, token: 'x'.repeat(43), address: campus });
    expect(statuses(await times(writeLimits.network, dead))).toEqual(all(writeLimits.network, 401));
    expect((await dead()).statusCode).toBe(429);
  });
});

if (engine === 'postgresql') {
  describe('two processes on one database', () => {
    it('have one limit between them, by person and by network', async () => {
      const db = await openDatabase(t.context.config.databaseUrl, makeTables);
      const other = await buildApp({ ...t.context, db, registry });
      try {
        const apps = [t.app, other];
        const send = (i: number, url: string, method: 'PATCH' | 'POST', headers: Record<string, string>) =>
          (apps[i % 2] ?? t.app).inject({
            method,
            url: `/api/v1${url}`,
            payload: { nothing: 1 },
            headers,
            remoteAddress: campus,
          });
        const authorization = `Bearer ${t.people.linxiao.token}`;
        const written = await times(2 * writeLimits.person, (i) =>
          send(i, '/me/profile', 'PATCH', { authorization }),
        );
        expect(statuses(written).filter((status) => status === 400)).toHaveLength(writeLimits.person);
        expect(statuses(written).filter((status) => status === 429)).toHaveLength(writeLimits.person);
        const visited = await times(2 * writeLimits.network, (i) => send(i, '/session/password', 'POST', {}));
        expect(statuses(visited).filter((status) => status === 400)).toHaveLength(writeLimits.network);
      } finally {
        await other.close();
        await db.close();
      }
    });

    it('keep hashes only, and only while they count', async () => {
      await write('linxiao');
      await badSignIn(campus);
      const { db } = t.context;
      const rows = () => db.read.select().from(db.tables.requestCounts);
      expect(new Set((await rows()).map(({ key }) => key.split(':')[0]))).toEqual(
        new Set(['network', 'person']),
      );
      expect(JSON.stringify(await rows())).not.toMatch(new RegExp(`${campus}|${t.people.linxiao.id}`));
      t.clock.advance(writeLimits.windowMs);
      await runRetention(t.context);
      expect(await rows()).toEqual([]);
    });
  });
}

describe('counts in memory', () => {
  const now = new Date('2026-11-20T02:24:00Z');
  const later = (ms: number) => new Date(now.getTime() + ms);

  it('begin again after a minute, and give back what is taken off', async () => {
    const counters = memoryCounters();
    await counters.add('a', now);
    expect((await counters.add('a', later(59_999))).n).toBe(2);
    await counters.remove('a', later(59_999));
    expect((await counters.add('a', later(59_999))).n).toBe(2);
    expect((await counters.add('a', later(60_000))).n).toBe(1);
  });

  it('stay few, from however many addresses they come', async () => {
    const counters = memoryCounters();
    for (let i = 0; i <= maxSenders; i++) await counters.add(`network:${i}`, now);
    // The last to come are still counted, the first are forgotten before their time.
    expect((await counters.add(`network:${maxSenders}`, now)).n).toBe(2);
    expect((await counters.add('network:0', now)).n).toBe(1);
  });
});
