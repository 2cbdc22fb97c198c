import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { RowReport } from './summary';

const statusNames = {
  imported: '导入',
  known: '此前已导入',
  repeated: '文件内重复',
  refused: '拒绝',
} as const satisfies Record<RowReport['status'], string>;

/** What is said of a row, in one sentence after the other. */
export const sayings = ({ errors, notes, firstLine }: RowReport): string[] => [
  ...errors.map(({ text }) => text),
  ...(firstLine === undefined ? [] : [`与第 ${firstLine} 行相同`]),
  ...notes.map(({ text }) => text),
];

// A cell that begins like this is a formula to Excel, whoever wrote it.
const formula = /^[=+\-@\t]/;

const cell = (text: string): string =>
  `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""').replace(/\s+/g, ' ')}"`;

/** Writes every row's fate into a CSV that Excel opens: line, status, title, company, and what is wrong or missing. */
export class ReportFile {
  private readonly stream;
  private failure: Error | undefined;

  private constructor(file: string) {
    this.stream = createWriteStream(file);
    this.stream.on('error', (error) => {
      this.failure = error;
    });
  }

  /** @throws when the file cannot be written */
  static async create(file: string): Promise<ReportFile> {
    const report = new ReportFile(file);
    await once(report.stream, 'open');
    report.stream.write('\ufeff行,结果,岗位名称,单位,说明\r\n');
    return report;
  }

  add(row: RowReport): void {
    const cells = [statusNames[row.status], row.title ?? '', row.company ?? '', sayings(row).join('；')];
    this.stream.write(`${row.line},${cells.map(cell).join(',')}\r\n`);
  }

  /** @throws when something could not be written, on a full disk for one */
  async close(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
    if (this.failure) throw this.failure;
  }
}
