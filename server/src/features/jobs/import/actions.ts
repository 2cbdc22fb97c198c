import { importFieldNames, maxImportRows } from '@qihang/shared/jobs/import/columns';
import type { CheckedRow, jobImportContract } from '@qihang/shared/jobs/import/contract';
import { lintJob } from '@qihang/shared/jobs/lint/lint';
import { dayAt } from '@qihang/shared/time/shanghai';
import { type Actor, rankOf, rankOn } from '../../../actor/rules';
import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import { type FileRow, type InputRow, UnreadableFileError } from '../../../files/input';
import { readRows } from '../../../files/read-file';
import type { Call } from '../../../http/mount';
import { recordAct } from '../../audit/public';
import { canPostOn } from '../../boards/public';
import { getEnabledBoard, listEnabledBoards } from '../../boards/public-store';
import { judgeFindings } from '../publish/rules';
import { similarJobs } from '../publish/writing';
import { jobColumns } from './fields';
import { ImportInterruptedError, type ImportOptions, importJobs, type Judgement } from './run';
import type { RowReport } from './summary';
import { viewChecked, viewImported } from './view';

type C = typeof jobImportContract;

/** The self-check of the form: an objection refuses a row, a warning does so without a reason. */
const judgeBy =
  (now: Date, reason: string | undefined) =>
  (draft: Parameters<typeof lintJob>[0]): Judgement => {
    const objections = lintJob(draft, dayAt(now.getTime())).filter(({ rule }) => rule !== 'expired.deadline');
    const verdict = judgeFindings(objections, reason, null);
    if (verdict.publish) return { objections, refusal: null, lintOverride: verdict.lintOverride };
    const code = verdict.refusedFor === 'request.invalid' ? 'lint-block' : 'lint-warnings';
    const text = verdict.findings.map(({ message }) => message).join('；');
    return { objections, refusal: { code, field: null, text }, lintOverride: null };
  };

async function* fileRowsOf(rows: Call<C['check']>['body']['rows']): AsyncGenerator<FileRow> {
  for (const { line, texts } of rows) {
    const cells = Object.entries(texts).map(
      ([field, text]) => [importFieldNames[field as keyof typeof importFieldNames], text] as const,
    );
    yield { line, cells };
  }
}

const unreadable = (message: string) => new AppError('request.invalid', message, [{ path: 'file', message }]);

// Counting further is wasted time: so many rows need the command line.
const countedUpTo = 5000;

/** The rows, if they are not too many for the page; the rest is counted without being read further. */
async function* atMost(rows: AsyncIterable<InputRow>): AsyncGenerator<InputRow> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count <= maxImportRows) yield row;
    if (count > countedUpTo) break;
  }
  if (count <= maxImportRows) return;
  const counted = count > countedUpTo ? `超过 ${countedUpTo}` : String(count);
  throw new UnreadableFileError(
    `这个文件有 ${counted} 行，网页上一次最多导入 ${maxImportRows} 行。请分成几个文件，或请管理员在服务器上运行 pnpm qihang import jobs 文件`,
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
async function checked(context: Context, rows: AsyncIterable<InputRow>, actor: Actor, now: Date) {
  const judge = judgeBy(now, undefined);
  const { reports, summary } = await run(context, rows, {
    ownerId: actor.id,
    authorRank: rankOf([]),
    now,
    dryRun: true,
    judge,
  });
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

export async function previewTable(context: Context, { file, actor, now }: Call<C['preview']>) {
  try {
    const source = {
      name: file.kind === 'xlsx' ? 'table.xlsx' : textName(file.name),
      bytes: Buffer.from(file.bytes),
    };
    return await checked(context, atMost((await readRows(source, jobColumns)).rows), actor, now);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw unreadable(error.message);
    throw error;
  }
}

// A text is a table unless it says that it is lines of JSON.
const textName = (name: string) => (/\.(jsonl|ndjson)$/i.test(name) ? name : 'table.csv');

export const checkRows = async (context: Context, { body, actor, now }: Call<C['check']>) => ({
  rows: (await checked(context, fileRowsOf(body.rows), actor, now)).rows,
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

export async function importRows(context: Context, call: Call<C['import']>) {
  const { body, actor, now, requestId } = call;
  const board = await boardFor(context, actor, body.board);
  const { reports } = await run(context, fileRowsOf(body.rows), {
    ownerId: actor.id,
    authorRank: rankOn(actor, board),
    now,
    dryRun: false,
    board,
    judge: judgeBy(now, body.overrideReason),
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
  return { rows: reports.map(viewImported) };
}
