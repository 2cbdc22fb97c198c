// Questions like the one being typed, in a process of its own: writes the questions, asks for each keystroke, tells the times.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '@qihang/server/app';
import { registry } from '@qihang/server/composition/registry';
import { makeTables } from '@qihang/server/composition/tables';
import { readConfig } from '@qihang/server/config';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import { insertDefaultBoards } from '@qihang/server/features/boards/public-store';
import { systemClock } from '@qihang/server/ports/clock';
import { randomIds } from '@qihang/server/ports/ids';
import { secretOf } from '@qihang/server/ports/secret';
import { storageOf } from '@qihang/server/ports/storage/open';
import { threadCategories } from '@qihang/shared/threads/vocabulary';
import { testSecret } from '../support/secret';
import { quantile } from './figures';
import { inventedTitle } from './questions';

const chunk = 1000;
/** Questions typed, each asked for at every fourth character from the fourth on, as the page does. */
const typed = 40;

async function fill(db: Database, rows: number): Promise<void> {
  const { users, threads } = db.tables;
  const now = new Date();
  await db.write(async (tx) => {
    await insertDefaultBoards(db, tx);
    await tx
      .insert(users)
      .values({ id: 'asker', name: '林晓', verified: true, cities: [], kinds: [], createdAt: now });
  });
  for (let done = 0; done < rows; done += chunk) {
    await db.write(async (tx) => {
      const some = Array.from({ length: Math.min(chunk, rows - done) }, (_, i) => {
        const n = done + i;
        const askedAt = new Date(now.getTime() - (rows - n) * 60_000);
        const title = inventedTitle(n);
        const state = (['open', 'answered', 'solved'] as const)[n % 3] ?? 'open';
        return {
          id: randomIds.next(askedAt),
          board: 'threads',
          askerId: 'asker',
          title,
          body: `${title}想问问大家的经验，学院群里说法不一样。`,
          category: threadCategories[n % threadCategories.length] ?? 'other',
          state,
          askedAt,
          activeAt: askedAt,
          dueAt: askedAt,
          life: 'published' as const,
        };
      });
      for (let i = 0; i < some.length; i += 100) await tx.insert(threads).values(some.slice(i, i + 100));
      for (const { id, board, askedAt, title, body } of some)
        await db.search.put(tx, {
          type: 'thread',
          refId: id,
          board,
          publishedAt: askedAt,
          closesAt: null,
          title,
          body,
        });
    });
  }
}

async function main(): Promise<void> {
  const [rows = '', given = ''] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'qihang-similar-'));
  const url = given || `file:${join(folder, 'similar.db')}`;
  const config = readConfig({
    DATABASE_URL: url,
    QIHANG_SECRET: testSecret,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    RATE_LIMIT: 'off',
    LOAD_SHEDDING: 'off',
  });
  const db = await openDatabase(url, makeTables);
  await fill(db, Number(rows));
  const ports = {
    clock: systemClock,
    ids: randomIds,
    wechat: null,
    storage: storageOf(config),
    secret: secretOf(config),
  };
  const app = await buildApp({ config, db, registry, ...ports });
  const times: number[] = [];
  const processor: number[] = [];
  for (let n = 0; n < typed; n++) {
    const title = inventedTitle(1_000_000 + n);
    for (let end = 4; end <= title.length; end += 4) {
      const [started, cpu] = [performance.now(), process.cpuUsage()];
      const answer = await app.inject(
        `/api/v1/threads/similar?title=${encodeURIComponent(title.slice(0, end))}`,
      );
      if (answer.statusCode !== 200) throw new Error(answer.body);
      times.push(performance.now() - started);
      const { user, system } = process.cpuUsage(cpu);
      processor.push((user + system) / 1000);
    }
  }
  const round = (ms: number) => Math.round(ms * 10) / 10;
  process.send?.({
    engine: db.engine,
    questions: Number(rows),
    asked: times.length,
    medianMs: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
    processorMedianMs: round(quantile(processor, 0.5)),
    processorP95Ms: round(quantile(processor, 0.95)),
    worstMs: round(Math.max(...times)),
  });
  await app.close();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
  process.disconnect?.();
}

void main();
