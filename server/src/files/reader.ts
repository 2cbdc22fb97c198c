import { Worker } from 'node:worker_threads';
import { AppError } from '../errors';
import { paths } from '../paths';
import type { Task } from './content';
import { UnreadableFileError } from './input';
import type { Content } from './record';
import type { Report } from './worker';

/** Files that may wait while one is read. */
const maxWaiting = 8;
const busyRetrySeconds = 5;

const tooLarge = () => new UnreadableFileError('表格太大，请拆成几个文件，或另存为 CSV');
const tooSlow = () => new UnreadableFileError('表格读了太久还没有读完，请拆成几个文件，或另存为 CSV');

/** Reads in a thread of its own, which ends with the file, or when it takes more memory or time than it may. */
async function readAlone(task: Task): Promise<Content> {
  const { heapMiB, time } = task.bounds;
  const worker = new Worker(paths.fileReader, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 32 },
    // Neither the settings of the service nor its secrets are for a thread that reads foreign files.
    env: {},
    execArgv: [],
  });
  const records: Content['records'] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Content>((resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow()), time);
      worker.on('message', (report: Report) => {
        if ('unreadable' in report) {
          reject(new UnreadableFileError(report.unreadable.message, report.unreadable.sheets));
        } else if ('done' in report) resolve({ records, ...report.done });
        else {
          for (const record of report.records) records.push(record);
          worker.postMessage('more');
        }
      });
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error),
      );
      worker.once('exit', (code) =>
        reject(new Error(`The reader of a file ended with ${code} and no answer`)),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a file outside the event loop, one at a time: together they take no more memory and no more than one core.
 * @throws UnreadableFileError for what cannot be read within its bounds, AppError `server.busy` when too many files wait
 */
export async function readFileContent(task: Task): Promise<Content> {
  if (waiting > maxWaiting) {
    throw new AppError('server.busy', '正在读取别的文件，请稍后再试', undefined, {
      retryAfter: busyRetrySeconds,
    });
  }
  waiting += 1;
  const reading = last.then(() => readAlone(task));
  last = reading.catch(() => undefined);
  try {
    return await reading;
  } finally {
    waiting -= 1;
  }
}
