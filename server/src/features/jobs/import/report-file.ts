import { type FileHandle, open } from 'node:fs/promises';
import { csvCell } from '../../../files/write-csv';
import type { RowReport } from './summary';

const statusNames = {
  imported: '导入',
  known: '此前已导入',
  repeated: '文件内重复',
  refused: '拒绝',
} as const satisfies Record<RowReport['status'], string>;

/** What is said of a row: why it is refused, which row it repeats, what was done with its texts. */
export const sayings = ({ errors, held, notes, firstLine }: RowReport): string[] => [
  ...errors.map(({ text }) => text),
  ...(held ? [`待审：${held.join('、')}`] : []),
  ...(firstLine === undefined ? [] : [`与第 ${firstLine} 行相同`]),
  ...notes.map(({ text }) => text),
];

const cell = (text: string): string => csvCell(text.replace(/\s+/g, ' '));

const rowsAtOnce = 1000;

/** Writes every row's fate into a CSV that Excel opens: line, status, title, company, and what is wrong or missing. */
export class ReportFile {
  private lines = ['\ufeff行,结果,岗位名称,单位,说明'];

  private constructor(private readonly handle: FileHandle) {}

  /** @throws when the file cannot be made */
  static async create(file: string): Promise<ReportFile> {
    return new ReportFile(await open(file, 'w'));
  }

  async add(row: RowReport): Promise<void> {
    const cells = [statusNames[row.status], row.title ?? '', row.company ?? '', sayings(row).join('；')];
    this.lines.push(`${row.line},${cells.map(cell).join(',')}`);
    if (this.lines.length >= rowsAtOnce) await this.flush();
  }

  private async flush(): Promise<void> {
    const lines = this.lines;
    this.lines = [];
    if (lines.length > 0) await this.handle.appendFile(`${lines.join('\r\n')}\r\n`);
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.handle.close();
    }
  }
}
