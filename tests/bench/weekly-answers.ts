// Follows and the weekly digest, in a process of its own: writes people and jobs, runs the tasks, tells what they took.
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
import { followedOf, followKey } from '@qihang/server/features/follows/rules';
import { tellFollowers } from '@qihang/server/features/follows/tell';
import { insertJob } from '@qihang/server/features/jobs/store';
import { sendWeekly } from '@qihang/server/features/weekly/send';
import { systemClock } from '@qihang/server/ports/clock';
import { randomIds } from '@qihang/server/ports/ids';
import { secretOf } from '@qihang/server/ports/secret';
import { storageOf } from '@qihang/server/ports/storage/open';
import { dayMs } from '@qihang/shared/time/shanghai';
import { testSecret } from '../support/secret';
import { jobRow } from './database';
import { inventedJobs } from './jobs';
import type { WeeklyCost } from './weekly';

const jobsOfWeek = 500;
const jobsOfDay = 70;
const chunk = 500;
const majors = [
  '车辆工程',
  '机械工程',
  '电气工程及其自动化',
  '会计学',
  '法学',
  '软件工程',
  '土木工程',
  '英语',
];
const cities = ['江州', '宁波', '合肥', '杭州', '武汉', '成都', '西安', '南京', '苏州', '长沙'];
const kinds = ['campus', 'internship', 'referral'] as const;
const degrees = ['bachelor', 'master', 'doctor'] as const;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Jobs that came in within `[from, to)`, evenly. */
async function fillJobs(db: Database, count: number, { from, to }: { from: number; to: number }) {
  const jobs = [...inventedJobs(count, new Date(to))];
  await db.write(async (tx) => {
    for (const [i, invented] of jobs.entries()) {
      const publishedAt = new Date(from + (i * (to - from)) / count);
      const closesAt = new Date(to + 20 * dayMs);
      const row = { ...jobRow(invented, 'owner'), publishedAt, updatedAt: publishedAt, closesAt };
      await insertJob(db, tx, { ...row, deadline: '2100-01-01', recheckAt: null });
    }
  });
}

/** Everybody has a profile, follows two things and has three saved jobs; every tenth is told at once. */
async function fillPeople(db: Database, people: number, now: Date, jobIds: readonly string[]) {
  const { users, follows, savedJobs } = db.tables;
  for (let done = 0; done < people; done += chunk) {
    const some = Array.from({ length: Math.min(chunk, people - done) }, (_, i) => done + i);
    await db.write(async (tx) => {
      await tx.insert(users).values(
        some.map((n) => ({
          id: `p-${n}`,
          name: '同学',
          verified: true,
          major: pick(majors, n),
          degree: pick(degrees, n),
          graduationYear: 2027 + (n % 2),
          cities: [pick(cities, n), pick(cities, n * 7 + 3)],
          kinds: [pick(kinds, n)],
          createdAt: now,
        })),
      );
      await tx.insert(follows).values(
        some.flatMap((n) =>
          [
            followedOf({ company: `第${n % 300}家单位` }),
            followedOf({
              filter: { city: [pick(cities, n), pick(cities, n * 3 + 1)], kind: [pick(kinds, n * 5)] },
            }),
          ].map((followed, i) => ({
            id: `f-${n}-${i}`,
            userId: `p-${n}`,
            ...followed,
            key: followKey(followed),
            mode: n % 10 === 0 ? ('at-once' as const) : ('weekly' as const),
            createdAt: new Date(now.getTime() - 30 * dayMs),
          })),
        ),
      );
      await tx.insert(savedJobs).values(
        some.flatMap((n) =>
          [0, 1, 2].map((i) => ({
            userId: `p-${n}`,
            jobId: pick(jobIds, n * 3 + i),
            progress: 'saved' as const,
            note: null,
            savedAt: now,
            updatedAt: now,
          })),
        ),
      );
    });
  }
}

async function cost(work: () => Promise<unknown>): Promise<{ cpu: number; wall: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  const rounded = (seconds: number) => Math.round(seconds * 100) / 100;
  return { cpu: rounded((user + system) / 1e6), wall: rounded((performance.now() - started) / 1000) };
}

async function main(): Promise<void> {
  const [people = '', given = ''] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'qihang-weekly-'));
  const url = given || `file:${join(folder, 'weekly.db')}`;
  const config = readConfig({ DATABASE_URL: url, QIHANG_SECRET: testSecret, DATA_DIR: folder });
  const db = await openDatabase(url, makeTables);
  const ports = {
    clock: systemClock,
    ids: randomIds,
    wechat: null,
    storage: storageOf(config),
    secret: secretOf(config),
  };
  const context: Context = { config, db, ...ports, registry };
  const now = systemClock.now();
  const { users, jobs, follows, notifications } = db.tables;
  await db.write(async (tx) => {
    await insertDefaultBoards(db, tx);
    await tx.insert(users).values({ id: 'owner', name: '陈一鸣', createdAt: now });
  });
  await fillJobs(db, jobsOfWeek - jobsOfDay, {
    from: now.getTime() - 6.9 * dayMs,
    to: now.getTime() - dayMs,
  });
  const { signal } = new AbortController();
  await tellFollowers.run(context, now, signal, now);
  const jobIds = (await db.read.select({ id: jobs.id }).from(jobs)).map(({ id }) => id);
  await fillPeople(db, Number(people), now, jobIds);
  await fillJobs(db, jobsOfDay, { from: now.getTime() - 3_600_000, to: now.getTime() });
  const matching = await cost(() => tellFollowers.run(context, now, signal, now));
  const matched = await db.read.$count(notifications);
  const idle = await cost(() => tellFollowers.run(context, now, signal, now));
  const digest = await cost(() => sendWeekly.run(context, now, signal, now));
  const report: WeeklyCost = {
    engine: db.engine,
    people: Number(people),
    follows: await db.read.$count(follows),
    jobs: await db.read.$count(jobs),
    digests: (await db.read.$count(notifications)) - matched,
    digestCpuSeconds: digest.cpu,
    digestSeconds: digest.wall,
    matched,
    matchCpuSeconds: matching.cpu,
    idleCpuMs: idle.cpu * 1000,
  };
  process.send?.(report);
  await db.close();
  rmSync(folder, { recursive: true, force: true });
  process.disconnect?.();
}

void main();
