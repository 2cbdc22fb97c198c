import { paths } from '../paths';
import { inThread, oneByOne, ThreadLimitError } from '../threads';
import type { Task } from './content';
import { UnreadableFileError } from './input';
import type { Content } from './record';
import type { Report } from './worker';

const words = {
  heapMiB: '表格太大，请拆成几个文件，或另存为 CSV',
  time: '表格读了太久还没有读完，请拆成几个文件，或另存为 CSV',
};

const inTurn = oneByOne(8, '正在读取别的文件，请稍后再试');

function readAlone(task: Task): Promise<Content> {
  const records: Content['records'] = [];
  return inThread<Report, Content>(
    paths.fileReader,
    task,
    task.bounds,
    (report, { reply, resolve, reject }) => {
      if ('unreadable' in report) {
        reject(new UnreadableFileError(report.unreadable.message, report.unreadable.sheets));
      } else if ('done' in report) resolve({ records, ...report.done });
      else {
        for (const record of report.records) records.push(record);
        reply('more');
      }
    },
  );
}

/**
 * Reads a file outside the event loop.
 * @throws UnreadableFileError for what cannot be read within its bounds, AppError `server.busy` when too many files wait
 */
export async function readFileContent(task: Task): Promise<Content> {
  try {
    return await inTurn(() => readAlone(task));
  } catch (error) {
    throw error instanceof ThreadLimitError ? new UnreadableFileError(words[error.limit]) : error;
  }
}
