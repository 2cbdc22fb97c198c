import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context';
import type { Log } from './log';
import { pauseAfter } from './outage';
import { dueMessages, dueTasks, type Source } from './sources';
import { type Pace, usualPace, type Worker } from './worker';

export interface Runner {
  /** Looks for due tasks and messages from now on. */
  start(): void;
  /** Takes nothing more, aborts the signal of running tasks, and waits for all that is under way. */
  stop(): Promise<void>;
  /** Does all that is due by the clock of the context, also what becomes due by doing it, and waits for it. */
  runDue(): Promise<void>;
}

/** Keeps the slots for one kind of work filled until the worker stops; resolves when the last piece is done. */
async function keepFilled(source: Source, worker: Worker): Promise<void> {
  const { pace, log, stopping } = worker;
  const underWay = new Set<Promise<void>>();
  const fail = (error: unknown) => log.error({ err: error }, 'background work failed');
  let failures = 0;
  while (!stopping.aborted) {
    const taken = await source(pace.slots - underWay.size).catch((error) => {
      fail(error);
      return undefined;
    });
    if (taken === undefined) {
      failures += 1;
      await pauseAfter(failures, worker);
      continue;
    }
    failures = 0;
    for (const work of taken) {
      const done: Promise<void> = work()
        .catch(fail)
        .then(() => void underWay.delete(done));
      underWay.add(done);
    }
    if (underWay.size >= pace.slots) await Promise.race(underWay);
    else await sleep(pace.pollMs, undefined, { signal: stopping, ref: false }).catch(() => undefined);
  }
  await Promise.all(underWay);
}

async function drain(sources: readonly Source[], { pace }: Worker): Promise<void> {
  for (;;) {
    const taken = await Promise.all(sources.map((source) => source(pace.slots)));
    if (taken.flat().length === 0) return;
    await Promise.all(taken.flat().map((work) => work()));
  }
}

/** The background work of one process; any number of processes share the work of one database. */
export function createRunner(context: Context, log: Log, pace: Pace = usualPace): Runner {
  const stop = new AbortController();
  const worker: Worker = { context, pace, log, stopping: stop.signal };
  const sources = [dueTasks(worker), dueMessages(worker)];
  let running: Promise<unknown> = Promise.resolve();
  return {
    start() {
      running = Promise.all(sources.map((source) => keepFilled(source, worker)));
    },
    async stop() {
      stop.abort(new Error('The process stops'));
      await running;
    },
    runDue: () => drain(sources, worker),
  };
}
