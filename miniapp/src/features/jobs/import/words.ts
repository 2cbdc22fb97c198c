import type { RouteOutput } from '@qihang/shared/contract/route';
import type { ImportField } from '@qihang/shared/jobs/import/columns';
import type { CheckedRow, jobImportContract } from '@qihang/shared/jobs/import/contract';
import { jobKindNames } from '@qihang/shared/jobs/vocabulary';
import { degreeWords, payWords } from '@qihang/shared/jobs/words';
import type { TableRow } from './rows';

type Read = NonNullable<CheckedRow['read']>;

function understood(field: ImportField, read: Read): string | null {
  switch (field) {
    case 'kind':
      return jobKindNames[read.kind];
    case 'salary':
      return read.salary && payWords(read);
    case 'degree':
      return read.degree && degreeWords(read);
    case 'cities':
      return read.cities.join('、') || null;
    case 'deadline':
      return read.deadline?.replace('T', ' ') ?? null;
    case 'graduationYear':
      return read.graduationYear === null ? null : `${read.graduationYear} 届`;
    default:
      return null;
  }
}

const bare = (text: string) => text.replace(/[\s、，,]/g, '');

/** How a cell was understood, where that is not what stands in it. */
export function readWords(field: ImportField, text: string | undefined, read: Read | null): string | null {
  if (text === undefined || read === null) return null;
  const words = understood(field, read);
  return words === null || bare(words) === bare(text) ? null : `读作 ${words}`;
}

/** The state of a row, said in a word. */
export function statusWords(row: TableRow): { text: string; look: 'good' | 'bad' | 'warn' | 'off' } {
  const { status, firstLine, similar, problems } = row.checked;
  if (row.stale) return { text: '检查中', look: 'off' };
  if (status === 'refused') return { text: '要改', look: 'bad' };
  if (status === 'known') return { text: '导入过', look: 'off' };
  if (status === 'repeated') return { text: firstLine ? `同第 ${firstLine} 行` : '重复', look: 'off' };
  if (similar.length > 0) return { text: '可能重复', look: 'warn' };
  if (problems.some(({ severity }) => severity === 'warn')) return { text: '有提醒', look: 'warn' };
  if (problems.some(({ severity }) => severity === 'unread')) return { text: '请核对', look: 'warn' };
  return { text: '可导入', look: 'good' };
}

export const similarWords = ({ job, postedBy, score }: CheckedRow['similar'][number]) =>
  `${postedBy} 已发布“${job.title}”（${job.company}），相似 ${Math.round(score * 100)}%`;

const few = 5;
const linesWords = (lines: readonly number[]) =>
  `第 ${lines.slice(0, few).join('、')} 行${lines.length > few ? '等' : ''}`;

type Preview = RouteOutput<(typeof jobImportContract)['preview']>;

/** What was passed over or taken along while the file was read. */
export function fileWords({ passedOver: { totals, headings }, hidden, unnamedColumns }: Preview): string[] {
  return [
    totals.length > 0 && `略过 ${totals.length} 行合计（${linesWords(totals)}）`,
    headings.length > 0 && `略过 ${headings.length} 行表中标题（${linesWords(headings)}）`,
    hidden.rows > 0 && `表里隐藏的 ${hidden.rows} 行也读了`,
    hidden.columns.length > 0 && `隐藏的列也读了：${hidden.columns.join('、')}`,
    unnamedColumns.length > 0 && `${unnamedColumns.join('、')}没有列名，内容先放在正文里`,
  ].filter((words): words is string => words !== false);
}
