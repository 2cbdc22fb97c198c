import { sayings } from './report-file';
import type { RowReport } from './summary';

/** Rows to print: all are counted, the first `limit` are kept. */
export class Listing {
  private readonly lines: string[] = [];
  private count = 0;

  constructor(
    private readonly heading: string,
    private readonly limit: number,
  ) {}

  add(row: RowReport): void {
    this.count += 1;
    if (this.lines.length >= this.limit) return;
    const name = [row.title, row.company].filter(Boolean).join(' · ').replace(/\s+/g, ' ');
    this.lines.push(`  第 ${row.line} 行${name && ` ${name}`}：${sayings(row).join('；')}`);
  }

  text(): string[] {
    if (this.count === 0) return [];
    const more = this.count - this.lines.length;
    const rest = more > 0 ? [`  …… 还有 ${more} 行，加 --report 文件.csv 可全部存下`] : [];
    return [`${this.heading}（${this.count} 行）`, ...this.lines, ...rest, ''];
  }
}
