import type { Context } from '../../../context';
import { driverMessage } from '../../../db/errors';
import { type InputRow, UnreadableFileError } from '../../../files/input';
import { getBoardOfKind } from '../../boards/public';
import { columnsOf } from '../actions';
import { rowOf } from './fields';
import { importKey } from './key';
import { draftOfRow } from './row';
import { type ImportRow, knownKeys, type Saved, saveRows } from './save';
import { type RowReport, Summary } from './summary';

export interface ImportOptions {
  ownerId: string;
  now: Date;
  /** Reads and judges everything, writes nothing. */
  dryRun: boolean;
  /** Rows a transaction. A run that stops loses at most so many, and a repeat brings them in. */
  chunkSize?: number;
  onRow?: (report: RowReport) => Promise<void>;
}

/** The run stopped in the middle: `summary` counts what was finished, and a repeat goes on from there. */
export class ImportInterruptedError extends Error {
  constructor(
    readonly summary: Summary,
    override readonly cause: unknown,
  ) {
    super(driverMessage(cause));
  }
}

interface Pending {
  report: RowReport;
  /** What to write; undefined when the row is refused or a repeat of one before it. */
  row?: ImportRow;
}

/**
 * Brings rows of a table in as jobs of the first job board, chunk by chunk. Rows that are there already are counted and
 * left alone, so a repeat of the run, whole or broken off, imports nothing twice.
 * @throws UnreadableFileError when the rows turn out to be none
 * @throws ImportInterruptedError when reading or writing fails as a whole
 */
export async function importJobs(
  { db, ids }: Pick<Context, 'db' | 'ids'>,
  rows: AsyncIterable<InputRow>,
  { ownerId, now, dryRun, chunkSize = 500, onRow }: ImportOptions,
): Promise<Summary> {
  const board = (await getBoardOfKind(db, db.read, 'job')).slug;
  const summary = new Summary();
  const lineOfKey = new Map<string, number>();
  let pending: Pending[] = [];

  function prepare(input: InputRow): Pending {
    if ('problem' in input) {
      const error = { code: 'broken' as const, text: input.problem };
      return { report: { line: input.line, status: 'refused', errors: [error], notes: [] } };
    }
    const row = rowOf(input, summary.unusedColumns);
    const result = draftOfRow(row, now);
    const { title, company } = row.texts;
    const { closed, readings, notes, errors } = result;
    const report: RowReport = {
      line: input.line,
      title,
      company,
      status: 'refused',
      closed,
      readings,
      notes,
      errors,
    };
    if (result.draft === null) return { report };
    const key = importKey(row.texts);
    const firstLine = lineOfKey.get(key);
    if (firstLine !== undefined) return { report: { ...report, status: 'repeated', firstLine } };
    lineOfKey.set(key, input.line);
    const { board: _, ...draft } = result.draft;
    const job: ImportRow = {
      id: ids.next(now),
      board,
      ownerId,
      ...columnsOf(draft, now),
      unverified: result.unverified,
      publishedAt: result.publishedAt ?? now,
      updatedAt: now,
      // Nobody has looked at it yet.
      verifiedAt: null,
      verifiedById: null,
      version: 1,
      hidden: false,
      hiddenReason: null,
      importKey: key,
    };
    return { report: { ...report, status: 'imported' }, row: job };
  }

  async function save(jobs: ImportRow[]): Promise<Saved[]> {
    if (jobs.length === 0) return [];
    if (!dryRun) return saveRows(db, jobs);
    const known = await knownKeys(db, db.read, jobs);
    return jobs.map(({ importKey }) => ({ status: known.has(importKey) ? 'known' : 'imported' }));
  }

  async function flush(): Promise<void> {
    const saved = (await save(pending.flatMap(({ row }) => row ?? []))).values();
    for (const { report, row } of pending) {
      const outcome = row && (saved.next().value as Saved);
      if (outcome) report.status = outcome.status === 'failed' ? 'refused' : outcome.status;
      if (outcome?.status === 'failed') {
        report.errors = [{ code: 'write-failed', text: `写入数据库失败：${driverMessage(outcome.error)}` }];
      }
      summary.add(report);
      await onRow?.(report);
    }
    pending = [];
  }

  try {
    for await (const input of rows) {
      pending.push(prepare(input));
      if (pending.length >= chunkSize) await flush();
    }
    await flush();
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new ImportInterruptedError(summary, error);
  }
  return summary;
}
