// A year of reminders, in a process of its own: writes people, jobs and what they keep, then plans day by day as the task does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registry } from '@qihang/server/composition/registry';
import { makeTables } from '@qihang/server/composition/tables';
import { readConfig } from '@qihang/server/config';
import type { Context } from '@qihang/server/context';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import { insertDefaultBoards } from '@qihang/server/features/boards/public-store';
import { planReminders } from '@qihang/server/features/reminders/plan';
import { randomIds } from '@qihang/server/ports/ids';
import { secretOf } from '@qihang/server/ports/secret';
import { storageOf } from '@qihang/server/ports/storage/open';
import { dayAt, dayMs, deadlineInstant } from '@qihang/shared/time/shanghai';
import { testSecret } from '../support/secret';
import type { ReminderDays } from './reminders';

const people = 20_000;
const savedByOne = 10;
const jobsADay = 11;
const chunk = 500;
const stepMs = 10 * 60_000;
const start = deadlineInstant('2026-08-31');

const personId = (n: number) => `person-${String(n).padStart(6, '0')}`;
const jobId = (n: number) => `job-${String(n).padStart(6, '0')}`;
/** Most end with their day, some in its middle or early. */
const times = ['', '', '', 'T18:00', 'T12:00', 'T09:00'];

async function insertAll(count: number, insert: (from: number, to: number) => Promise<void>) {
  for (let from = 0; from < count; from += chunk) await insert(from, Math.min(from + chunk, count));
}

async function fill(db: Database, days: number): Promise<number> {
  const { users, jobs, savedJobs } = db.tables;
  const before = new Date(start - 30 * dayMs);
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  await db.write((tx) => insertDefaultBoards(db, tx));
  await insertAll(people, (from, to) =>
    db.write(async (tx) => {
      const base = { name: '林晓', verified: true, cities: [], kinds: [], createdAt: before };
      await tx.insert(users).values(range(from, to).map((n) => ({ id: personId(n), ...base })));
    }),
  );
  const count = days * jobsADay;
  await insertAll(count, (from, to) =>
    db.write(async (tx) => {
      const rows = range(from, to).map((n) => {
        const day = dayAt(start + (4 + Math.floor(n / jobsADay)) * dayMs);
        const deadline = `${day}${times[n % times.length]}`;
        return {
          ...{ id: jobId(n), board: 'jobs', ownerId: personId(0), title: '工程师', company: '岚山新能源' },
          ...{
            kind: 'campus' as const,
            cities: ['宁波'],
            degreeRank: 0,
            majors: [],
            origin: 'college' as const,
          },
          ...{ deadline, closesAt: new Date(deadlineInstant(deadline)), body: '', authorRank: 1 },
          ...{ publishedAt: before, updatedAt: before, life: 'published' as const },
        };
      });
      for (let i = 0; i < rows.length; i += 100) await tx.insert(jobs).values(rows.slice(i, i + 100));
    }),
  );
  // What a year of people keep, in the part of it that is planned.
  const saves = Math.round((people * savedByOne * days) / 365);
  await insertAll(saves, (from, to) =>
    db.write(async (tx) => {
      const rows = range(from, to).map((n) => ({
        userId: personId((n * 7) % people),
        jobId: jobId((n * 13 + Math.floor(n / people)) % count),
        progress: n % 4 === 0 ? ('applied' as const) : ('saved' as const),
        ...{ note: null, savedAt: before, updatedAt: before },
      }));
      await tx.insert(savedJobs).values(rows).onConflictDoNothing();
    }),
  );
  return db.read.$count(savedJobs);
}

async function main(): Promise<void> {
  const [days = '365', postgresql = ''] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'qihang-reminders-'));
  const url = postgresql || `file:${join(folder, 'reminders.db')}`;
  const db = await openDatabase(url, makeTables);
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: folder,
    DATABASE_URL: url,
    QIHANG_SECRET: testSecret,
  });
  const saved = await fill(db, +days);
  let now = start;
  const context: Context = {
    ...{ config, db, registry, ids: randomIds, wechat: null },
    ...{ clock: { now: () => new Date(now) }, storage: storageOf(config), secret: secretOf(config) },
  };
  const { signal } = new AbortController();
  const run = () => planReminders.run(context, new Date(now), signal, new Date(now));
  await run();
  const seconds: number[] = [];
  for (let day = 0; day < +days; day++) {
    const cpu = process.cpuUsage();
    for (const end = now + dayMs; now < end; ) {
      now += stepMs;
      await run();
    }
    const { user, system } = process.cpuUsage(cpu);
    seconds.push((user + system) / 1_000_000);
  }
  const round = (n: number) => Math.round(n * 100) / 100;
  const result: ReminderDays = {
    engine: db.engine,
    people,
    saved,
    days: +days,
    told: await db.read.$count(db.tables.notifications),
    processorSecondsADay: round(seconds.reduce((sum, n) => sum + n, 0) / seconds.length),
    processorSecondsOfTheWorstDay: round(Math.max(...seconds)),
  };
  process.send?.(result);
  await db.close();
  rmSync(folder, { recursive: true, force: true });
  process.disconnect?.();
}

void main();
