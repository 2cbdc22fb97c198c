import { Worker } from 'node:worker_threads';
import { AppError } from './errors';

export interface ThreadLimits {
  /** What the thread may keep in its heap, in MiB. */
  heapMiB: number;
  /** Milliseconds from its start. */
  time: number;
}

/** A thread was ended, because its work took more than it may. */
export class ThreadLimitError extends Error {
  constructor(readonly limit: keyof ThreadLimits) {
    super(`A thread passed its limit of ${limit}`);
  }
}

interface Conversation<R> {
  reply(message: unknown): void;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/**
 * Runs a program of the build in a thread of its own, which ends with its work. `listen` takes its messages until there is
 * a result.
 * @throws ThreadLimitError
 */
export async function inThread<M, R>(
  program: string,
  workerData: unknown,
  { heapMiB, time }: ThreadLimits,
  listen: (message: M, conversation: Conversation<R>) => void,
): Promise<R> {
  const worker = new Worker(program, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 32 },
    // Neither the settings of the service nor its secrets are for a thread that reads foreign words.
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<R>((resolve, reject) => {
      timer = setTimeout(() => reject(new ThreadLimitError('time')), time);
      const reply = (message: unknown) => worker.postMessage(message);
      worker.on('message', (message: M) => listen(message, { reply, resolve, reject }));
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimitError('heapMiB') : error),
      );
      worker.once('exit', (code) => reject(new Error(`A thread ended with ${code} and no result`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const busyRetrySeconds = 5;

/**
 * Work that is done one after the other: together it takes no more memory, and one core at most.
 * @returns a function that waits for its turn, or throws AppError `server.busy` while `maxWaiting` wait already
 */
export function oneByOne(maxWaiting: number, busy: string): <T>(work: () => Promise<T>) => Promise<T> {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (waiting > maxWaiting) {
      throw new AppError('server.busy', busy, undefined, { retryAfter: busyRetrySeconds });
    }
    waiting += 1;
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  };
}
