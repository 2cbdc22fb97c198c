import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import { insertDefaultBoards } from '@qihang/server/features/boards/public-store';
import { systemClock } from '@qihang/server/ports/clock';
import { randomIds } from '@qihang/server/ports/ids';
import { newDatabase, type TestDatabase } from '../support/database';
import type { seedPeople } from '../support/people';
import { bundlePrograms, endAll, type Programs, startWorker, type WorkerProcess } from './processes';

export type PeopleContext = Parameters<typeof seedPeople>[0];

/**
 * For a test file that kills the processes that run one task: a database with the default boards, and processes that end with the file.
 * @param task the name of the task
 * @param seed writes the people of the file
 */
export function setKilledStage(task: string, seed: (context: PeopleContext) => Promise<void>) {
  let programs: Programs;
  let database: TestDatabase;
  let db: Database;
  const alive = new Set<WorkerProcess>();
  let born = 0;

  beforeAll(async () => {
    programs = bundlePrograms();
    database = await newDatabase();
    db = await openDatabase(database.url, makeTables);
    await db.write((tx) => insertDefaultBoards(db, tx));
    await seed({ db, clock: systemClock, ids: randomIds } as PeopleContext);
  });
  afterAll(async () => {
    await endAll(alive);
    await db.close();
    await database.drop();
    programs.remove();
  });

  return {
    get db() {
      return db;
    },
    get url() {
      return database.url;
    },
    async newWorker(): Promise<WorkerProcess> {
      const worker = await startWorker(programs, {
        name: `worker${born++}`,
        url: database.url,
        dataDir: programs.folder,
        receiver: '',
        tasks: [task],
        dieAt: null,
        pace: { pollMs: 5, leaseMs: 600, deliveryLimitMs: 400, retryMs: 10 },
      });
      alive.add(worker);
      void worker.ended.then(() => alive.delete(worker));
      worker.begin();
      return worker;
    },
  };
}
