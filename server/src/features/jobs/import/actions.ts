import { importFieldNames, maxImportRows } from '@qihang/shared/jobs/import/columns';
import type { CheckedRow, jobImportContract } from '@qihang/shared/jobs/import/contract';
import { type Actor, rankOf, rankOn } from '../../../actor/rules';
import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import { type FileRow, type InputRow, UnreadableFileError } from '../../../files/input';
import { readRows } from '../../../files/read-file';
import type { Call } from '../../../http/mount';
import { recordAct } from '../../audit/public';
import { canPostOn } from '../../boards/public';
import { getEnabledBoard, listEnabledBoards } from '../../boards/public-store';
import { similarJobs } from '../publish/writing';
import { jobColumns } from './fields';
import { judgeBy } from './judge';
import { ImportInterruptedError, type ImportOptions, importJobs } from './run';
import type { RowReport } from './summary';
import { viewChecked, viewImported } from './view';

type C = typeof jobImportContract;

async function* fileRowsOf(rows: Call<C['check']>['body']['rows']): AsyncGenerator<FileRow> {
  for (const { line, texts } of rows) {
    const cells = Object.entries(texts).map(
      ([field, text]) => [importFieldNames[field as keyof typeof importFieldNames], text] as const,
    );
    yield { line, cells };
  }
}

const unreadable = (message: string) => new AppError('request.invalid', message, [{ path: 'file', message }]);

/** @throws UnreadableFileError when the table has more rows than the page takes */
function refuseTooMany(count: number): void {
  if (count <= maxImportRows) return;
  throw new UnreadableFileError(
    `这个文件有 ${count} 行，网页上一次最多导入 ${maxImportRows} 行。请分成几个文件，或请管理员在服务器上运行 pnpm qihang import jobs 文件`,
  );
}

/** The code of the command line; there, the progress of a broken run is printed on the screen. */
async function run(context: Context, rows: AsyncIterable<InputRow>, options: Omit<ImportOptions, 'onRow'>) {
  const reports: RowReport[] = [];
  try {
    const onRow = async (report: RowReport) => void reports.push(report);
    // One transaction: a request is repeated whole or not at all.
    const whole = { ...options, onRow, chunkSize: maxImportRows };
    return { reports, summary: await importJobs(context, rows, whole) };
  } catch (error) {
    throw error instanceof ImportInterruptedError ? error.cause : error;
  }
}

/** Goes through rows as an import would, without writing. */
async function checked(
  context: Context,
  rows: AsyncIterable<InputRow>,
  { actor, now, unnamedColumns }: { actor: Actor; now: Date; unnamedColumns?: readonly string[] },
) {
  const judge = judgeBy(now, undefined, [context.config.homeCity]);
  const options = {
    ownerId: actor.id,
    authorRank: rankOf([]),
    now,
    dryRun: true,
    judge,
    ...(unnamedColumns && { unnamedColumns }),
  };
  const { reports, summary } = await run(context, rows, options);
  const viewed: CheckedRow[] = [];
  for (const report of reports)
    viewed.push(viewChecked(report, await similarTo(context, report, actor, now)));
  return { rows: viewed, unusedColumns: [...summary.unusedColumns] };
}

async function similarTo(context: Context, { draft, status }: RowReport, actor: Actor, now: Date) {
  if (!draft || status === 'known' || status === 'repeated') return [];
  const { company, title, cities, body, apply, source } = draft;
  const job = { company, title, cities, body, url: apply.url ?? source.url };
  const found = await similarJobs(context, job, { actor, now });
  return found.map(({ job: { id, title, company }, ...rest }) => ({ job: { id, title, company }, ...rest }));
}

const noRows = { rows: [], unusedColumns: [], unnamedColumns: [] };
const nothingPassed = { totals: [], headings: [] };

export async function previewTable(context: Context, { file, query, actor, now }: Call<C['preview']>) {
  try {
    const source = {
      name: file.kind === 'xlsx' ? 'table.xlsx' : textName(file.name),
      bytes: Buffer.from(file.bytes),
    };
    const reading = await readRows(
      source,
      jobColumns,
      query.sheet === undefined ? {} : { sheet: query.sheet },
    );
    refuseTooMany(reading.count);
    const { unnamedColumns, sheets, passedOver, hidden } = reading;
    return {
      ...(await checked(context, reading.rows, { actor, now, unnamedColumns })),
      unnamedColumns: [...unnamedColumns],
      sheets: [...sheets],
      passedOver: { totals: [...passedOver.totals], headings: [...passedOver.headings] },
      hidden: { rows: hidden.rows, columns: [...hidden.columns] },
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    // Another sheet may be the table: which there are must reach the person.
    if (error.sheets.length < 2) throw unreadable(error.message);
    const hidden = { rows: 0, columns: [] };
    return {
      ...noRows,
      sheets: [...error.sheets],
      passedOver: nothingPassed,
      hidden,
      problem: error.message,
    };
  }
}

// A text is a table unless it says that it is lines of JSON.
const textName = (name: string) => (/\.(jsonl|ndjson)$/i.test(name) ? name : 'table.csv');

export const checkRows = async (context: Context, { body, actor, now }: Call<C['check']>) => ({
  rows: (await checked(context, fileRowsOf(body.rows), { actor, now })).rows,
});

/** @throws AppError `action.forbidden` when no job board is open to the actor, or not the one they name */
async function boardFor({ db }: Context, actor: Actor, slug: string | undefined): Promise<string> {
  if (slug === undefined) {
    const open = (await listEnabledBoards(db, db.read)).find(
      (board) => board.kind === 'job' && canPostOn(actor, board),
    );
    if (!open) throw new AppError('action.forbidden');
    return open.slug;
  }
  const board = await getEnabledBoard(db, db.read, slug);
  if (board.kind !== 'job') throw new AppError('board.wrong-kind');
  if (!canPostOn(actor, board)) throw new AppError('action.forbidden');
  return slug;
}

/** What a person waits for WeChat in all; what it has not said by then is for a person to look at. */
const patienceMs = 15_000;

export async function importRows(context: Context, call: Call<C['import']>) {
  const { body, actor, now, requestId } = call;
  const board = await boardFor(context, actor, body.board);
  const began = performance.now();
  const { reports, summary } = await run(context, fileRowsOf(body.rows), {
    ownerId: actor.id,
    authorRank: rankOn(actor, board),
    now,
    dryRun: false,
    board,
    judge: judgeBy(now, body.overrideReason, [context.config.homeCity]),
    check: (words, slug) =>
      context.registry.judge(context, {
        ...{ actor, type: 'job', board: slug, words },
        wechat: performance.now() - began > patienceMs ? 'given-up' : undefined,
      }),
    alongside() {
      const id = context.ids.next(now);
      return (tx, imported) =>
        recordAct(context, tx, {
          id,
          at: now,
          actorId: actor.id,
          action: 'jobs.import',
          targetType: 'board',
          targetId: board,
          before: null,
          after: { jobs: imported.map((row) => row.id) },
          reason: body.overrideReason ?? null,
          requestId,
        });
    },
  });
  return { rows: reports.map(viewImported), inReview: summary.inReview };
}
