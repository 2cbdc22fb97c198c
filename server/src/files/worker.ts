// The program of a worker thread that reads one file (reader.ts). The build makes it a file of its own.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readContent, type Task } from './content';
import { type Sheet, UnreadableFileError } from './input';
import type { Content, TableRecord } from './record';

/** What the worker says: records as often as it is asked for more, and the rest of the content at the end; or why not. */
export type Report =
  | { records: TableRecord[] }
  | { done: Omit<Content, 'records'> }
  | { unreadable: { message: string; sheets: readonly Sheet[] } };

/** Characters and cells of one report, which the other thread unpacks in one go. */
const reportSize = 100_000;

const sizeOf = (record: TableRecord): number => {
  if ('problem' in record) return 100;
  const texts = 'cells' in record ? record.cells : record.named.map(([, text]) => text);
  return texts.reduce((sum, text) => sum + text.length + 20, 100);
};

function* reportsOf(records: readonly TableRecord[]): Generator<Report> {
  let some: TableRecord[] = [];
  let size = 0;
  for (const record of records) {
    some.push(record);
    size += sizeOf(record);
    if (size < reportSize) continue;
    yield { records: some };
    some = [];
    size = 0;
  }
  yield { records: some };
}

async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const say = (report: Report) => port.postMessage(report);
  try {
    const { records, ...rest } = await readContent(workerData as Task);
    for (const report of reportsOf(records)) {
      say(report);
      // Without this pause all reports would arrive in one go.
      await once(port, 'message');
    }
    say({ done: rest });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    say({ unreadable: { message: error.message, sheets: error.sheets } });
  } finally {
    port.close();
  }
}

if (parentPort) void main(parentPort);
