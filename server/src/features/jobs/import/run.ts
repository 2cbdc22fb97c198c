import type { JobValues } from '@qihang/shared/jobs/fields';
import { rankOf } from '../../../actor/rules';
import type { Judgement as WordsJudgement } from '../../../content/judged';
import { pieceAdded } from '../../../content/moved';
import { firstState } from '../../../content/rules';
import type { Context } from '../../../context';
import { databaseTrouble, driverMessage } from '../../../db/errors';
import type { InputRow } from '../../../files/input';
import { asAppError } from '../../../http/errors';
import { inTurns, nextTurn } from '../../../turns';
import { getBoardOfKind, getEnabledBoard } from '../../boards/public-store';
import { columnsOf } from '../draft-row';
import { wordingOf } from '../wording';
import { type JudgeWords, judgeAll } from './content';
import { rowOf } from './fields';
import type { Judgement } from './judge';
import { importKey, valueKey } from './key';
import { draftOfRow } from './row';
import { type Alongside, type ImportRow, knownJobs, nameByValue, type Saved, saveRows } from './store';
import { type RowReport, Summary } from './summary';

export interface ImportOptions {
  ownerId: string;
  /** The rank with which the jobs speak: a lead's when left out, since a list of others is no word of its owner's. */
  authorRank?: number;
  now: Date;
  /** Reads and judges everything, writes nothing. */
  dryRun: boolean;
  /**
   * Rows a transaction: about a tenth of a second, for which writers of other processes wait. A run that stops loses at most so
   * many, and a repeat brings them in.
   */
  chunkSize?: number;
  /** Where the jobs go; the first job board when left out. */
  board?: string;
  /** Asked of every new job that could be stored. */
  judge?: (draft: JobValues) => Judgement;
  /** Asked of the words of every job that is about to be written; what is held waits for a person. */
  check?: JudgeWords;
  alongside?: Alongside;
  /** Columns without a heading, see `Reading`. */
  unnamedColumns?: readonly string[];
  /** Asked between transactions: what was begun is finished, and nothing more is. */
  signal?: AbortSignal;
  onRow?: (report: RowReport) => Promise<void>;
  /** Called after each transaction. */
  onChunk?: (done: number) => void;
}

/** The run stopped in the middle: `summary` counts what was finished, and a repeat goes on from there. */
export class ImportInterruptedError extends Error {
  constructor(
    readonly summary: Summary,
    override readonly cause: unknown,
  ) {
    super(databaseTrouble(cause) ? asAppError(cause).detail : driverMessage(cause));
  }
}

interface Pending {
  report: RowReport;
  /** What to write; undefined when the row is refused or a repeat of one before it. */
  row?: ImportRow | undefined;
  draft?: JobValues;
  judgement?: WordsJudgement;
}

/**
 * Brings rows of a table in as jobs of the first job board, chunk by chunk. Rows that are there already are counted and
 * left alone, so a repeat of the run, whole or broken off, imports nothing twice.
 * @throws ImportInterruptedError when reading or writing fails as a whole
 */
export async function importJobs(
  context: Context,
  rows: AsyncIterable<InputRow>,
  options: ImportOptions,
): Promise<Summary> {
  const {
    ownerId,
    authorRank = rankOf(['lead']),
    now,
    dryRun,
    chunkSize = 100,
    board: slug,
    judge,
    check,
    alongside,
    signal,
  } = options;
  const { db, ids, config } = context;
  const unnamed = new Set(options.unnamedColumns);
  const ownCities = [config.homeCity];
  const { slug: board, review } = await (slug === undefined
    ? getBoardOfKind(db, db.read, 'job')
    : getEnabledBoard(db, db.read, slug));
  const summary = new Summary();
  summary.inReview = review !== 'direct';
  /** By either key: neither can be one of the other kind. */
  const lineOfKey = new Map<string, number>();
  let pending: Pending[] = [];

  function prepare(input: InputRow): Pending {
    if ('problem' in input) {
      const error = { code: 'broken' as const, field: null, text: input.problem };
      return { report: { line: input.line, status: 'refused', errors: [error], notes: [] } };
    }
    const row = rowOf(input, summary.unusedColumns, unnamed);
    const result = draftOfRow(row, now, ownCities);
    const { title, company } = row.texts;
    const { closed, readings, notes, errors } = result;
    const report: RowReport = {
      line: input.line,
      row,
      draft: result.draft,
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
    const byValue = valueKey(row, result.draft, result.fuller);
    const firstLine = lineOfKey.get(key) ?? lineOfKey.get(byValue);
    if (firstLine !== undefined) return { report: { ...report, status: 'repeated', firstLine } };
    lineOfKey.set(key, input.line).set(byValue, input.line);
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
      ...firstState(review, now),
      lifeReason: null,
      authorRank,
      importKey: key,
      importValueKey: byValue,
    };
    return { report: { ...report, status: 'imported' }, row: job, draft };
  }

  /** Before the self-check: nothing is asked of a row that is there. */
  async function passOverKnown(): Promise<void> {
    const rows = pending.flatMap(({ row }) => row ?? []);
    if (rows.length === 0) return;
    const known = await knownJobs(db, db.read, rows);
    const unnamed = known.unnamed(rows);
    if (!dryRun && unnamed.length > 0) await db.write((tx) => nameByValue(db, tx, unnamed));
    for (const one of pending) {
      const jobId = one.row && known.jobOf(one.row);
      if (jobId === undefined) continue;
      one.report = { ...one.report, status: 'known', jobId };
      one.row = undefined;
    }
  }

  function judgeRow(one: Pending, ask: (draft: JobValues) => Judgement): void {
    if (!one.row || !one.draft) return;
    const { objections, refusal, lintOverride } = ask(one.draft);
    one.report.objections = objections;
    one.row.lintOverride = lintOverride;
    if (refusal === null) return;
    one.report = { ...one.report, status: 'refused', errors: [refusal] };
    one.row = undefined;
  }

  /** Outside of the transaction that writes the rows, as with a single job. */
  async function checkWords(ask: JudgeWords): Promise<void> {
    const asked = pending.flatMap((one) => (one.row ? [{ one, row: one.row }] : []));
    const said = await judgeAll(
      asked.map(({ row }) => wordingOf(row).words),
      (words) => ask(words, board),
    );
    for (const [i, { one, row }] of asked.entries()) {
      const judgement = said[i];
      if (!judgement) continue;
      one.judgement = judgement;
      if (!judgement.holds) continue;
      Object.assign(row, firstState('second-person', now));
      one.report.held = judgement.said;
    }
  }

  /** What follows from a job that comes in, in the transaction that writes it: what was said of it, and a case where it waits. */
  function followed(): Alongside {
    const judgements = new Map(
      pending.flatMap(({ row, judgement }) => (row ? [[row.id, judgement] as const] : [])),
    );
    return () => {
      const write = alongside?.();
      return async (tx, imported) => {
        for (const row of imported) {
          await judgements.get(row.id)?.keep(tx, row.id, now);
          if (row.life === 'in-review')
            await pieceAdded(context, tx, 'job', { ...row, authorId: ownerId }, now);
        }
        await write?.(tx, imported);
      };
    };
  }

  async function save(jobs: ImportRow[]): Promise<Saved[]> {
    if (jobs.length === 0) return [];
    return dryRun ? jobs.map(() => ({ status: 'imported' })) : saveRows(db, jobs, followed());
  }

  function settle(report: RowReport, row: ImportRow, outcome: Saved): void {
    if (outcome.status === 'failed') {
      const text = `写入数据库失败：${driverMessage(outcome.error)}`;
      report.status = 'refused';
      report.errors = [{ code: 'write-failed', field: null, text }];
      return;
    }
    report.status = outcome.status;
    if (!dryRun) report.jobId = outcome.status === 'known' ? outcome.jobId : row.id;
  }

  async function flush(): Promise<void> {
    await passOverKnown();
    if (judge) for await (const one of inTurns(pending)) judgeRow(one, judge);
    if (check && !dryRun) await checkWords(check);
    const saved = (await save(pending.flatMap(({ row }) => row ?? []))).values();
    for (const { report, row } of pending) {
      if (row) settle(report, row, saved.next().value as Saved);
      summary.add(report);
      await options.onRow?.(report);
    }
    pending = [];
    options.onChunk?.(summary.read);
    // Without a turn of the event loop no Ctrl-C would come through.
    await nextTurn();
  }

  try {
    for await (const input of rows) {
      if (signal?.aborted) break;
      pending.push(prepare(input));
      if (pending.length >= chunkSize) await flush();
    }
    // Rows that were read and not begun with come again with the next run.
    if (!signal?.aborted) await flush();
  } catch (error) {
    throw new ImportInterruptedError(summary, error);
  }
  return summary;
}
