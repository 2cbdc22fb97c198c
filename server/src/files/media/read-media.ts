import { fork } from 'node:child_process';
import { paths } from '../../paths';
import { oneByOne } from '../../threads';
import type { Made } from './made';
import type { MediaReport } from './program';
import { MediaRefused } from './refused';

/** Milliseconds from the start of the process; a picture of 40 megapixels takes one or two seconds. */
const time = 30_000;
const heapMiB = 192;

const inTurn = oneByOne(12, '正在处理别的图片和附件，请稍后再试');

const gaveUp = () =>
  new MediaRefused('upload.unreadable', '这个文件处理不了，请重新保存、缩小或导出成 PDF 后再传');

/**
 * Looks into a file in a process of its own: a decoder is native code, and a hostile file may take its process, not the service.
 * What it took is given back when it ends.
 */
const readAlone = (bytes: Uint8Array): Promise<Made> =>
  new Promise((resolve, reject) => {
    const child = fork(paths.mediaReader, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${heapMiB}`],
      // Neither the settings of the service nor its secrets are for a process that reads foreign bytes.
      env: {},
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), time);
    let report: MediaReport | undefined;
    child.once('message', (message) => {
      report = message as MediaReport;
    });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      if (!report) reject(gaveUp());
      else if ('made' in report) resolve(report.made);
      else reject(new MediaRefused(report.refused.code, report.refused.message));
    });
    child.send(bytes, (error) => {
      // A process that ended before it took the file says so by closing.
      if (error) child.kill('SIGKILL');
    });
  });

/**
 * What is kept of a picture or a document, told by its bytes; one file after the other.
 * @throws MediaRefused for what is not taken, AppError `server.busy` while too many files wait
 */
export const readMedia = (bytes: Uint8Array): Promise<Made> => inTurn(() => readAlone(bytes));
