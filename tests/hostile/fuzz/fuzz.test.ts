// Requests that are nearly right, as every role, at every operation: none crashes, leaks or corrupts anything. A bounded number
// in the suite; `pnpm test:hostile --fuzz` sends 50,000 on each engine and prints what came back.

import { collectRows, judge } from '../../permissions/framework/collect';
import { openWorld, type World } from '../../permissions/framework/world';
import { startTestApp, type TestApp } from '../../support/app';
import { contracts } from '../../support/contracts';
import { engine } from '../../support/database';
import {
  emulatedApp,
  startWechatEmulator,
  type WechatEmulator,
} from '../../support/wechat-emulator/emulator';
import { chanceOf } from './chance';
import { type FuzzReport, fuzz } from './run';
import { searchIndexFaults } from './search-index';
import { waysWith } from './ways';

const requests = Number(process.env.FUZZ_REQUESTS ?? 2_000);
const seed = Number(process.env.FUZZ_SEED ?? 20261130);
const judged = judge(contracts, collectRows());

let t: TestApp;
let world: World;
let wechat: WechatEmulator;
let report: FuzzReport;
const rejections: unknown[] = [];
const note = (reason: unknown) => void rejections.push(reason);

/** Everybody came in by WeChat a moment ago: without that a person would have to look at whatever they ask. */
async function linkToWechat(): Promise<void> {
  const { db, clock } = t.context;
  const { users, wechatIdentities } = db.tables;
  const people = await db.read.select({ id: users.id }).from(users);
  const rows = people.map(({ id }) => ({ openid: `o-${id}`, userId: id, createdAt: clock.now() }));
  await db.write((tx) => tx.insert(wechatIdentities).values(rows).onConflictDoNothing());
  for (const { openid } of await db.read.select().from(wechatIdentities))
    await wechat.control('login-code', { openid });
  await t.keep();
}

beforeAll(async () => {
  process.on('unhandledRejection', note);
  wechat = await startWechatEmulator();
  t = await startTestApp({
    QIHANG_DEMO: '1',
    WECHAT_APPID: emulatedApp.appid,
    WECHAT_SECRET: emulatedApp.secret,
    WECHAT_API_BASE: wechat.url,
  });
  world = await openWorld(t);
  await linkToWechat();
  report = await fuzz(world, judged, {
    perRoute: Math.ceil(requests / judged.length),
    chance: chanceOf(seed),
    ways: waysWith(wechat),
  });
}, 3_600_000);
afterAll(async () => {
  process.off('unhandledRejection', note);
  const statuses = [...report.statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
  process.stdout.write(
    `fuzz on ${engine}, seed ${seed}: ${report.requests} requests to ${judged.length} operations, slowest ` +
      `${report.slowest.ms.toFixed(0)} ms (${report.slowest.route}); ${statuses.join(', ')}\n`,
  );
  await t.close();
  await wechat.close();
});

it('reaches every operation by a request that succeeds', () => {
  expect(report.reached.filter(({ by }) => by === null).map(({ route }) => route)).toEqual([]);
  expect(report.requests).toBeGreaterThanOrEqual(requests);
});

it('answers every request with what was promised: a success, or a problem document that says little', () => {
  expect(report.faults.slice(0, 20)).toEqual([]);
});

it('leaves no rejection unhandled, and goes on serving', async () => {
  expect(rejections).toEqual([]);
  expect((await t.app.inject('/healthz')).statusCode).toBe(200);
  expect((await t.app.inject('/readyz')).statusCode).toBe(200);
});

it('leaves search in step with what readers see', async () => {
  expect(await searchIndexFaults(t.context)).toEqual([]);
});
