import type { reportsContract } from '@qihang/shared/reports/contract';
import { reportLimits } from '@qihang/shared/reports/vocabulary';
import { getVisiblePiece } from '../../content/moving';
import type { PieceRef } from '../../content/piece';
import { canReport, isPublished } from '../../content/rules';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { getEnabledBoard } from '../boards/public-store';
import { openCase } from '../cases/public';
import { canAskTeacher, caseOpened, dayBefore, holdsJob, openKeyOf, summaryOf } from './rules';
import {
  changeReport,
  countOthers,
  countReportsSince,
  findThreadOf,
  insertReport,
  listOpen,
  listReports,
  putInCase,
  type ReportListRow,
  type ReportRow,
} from './store';
import { viewReport } from './view';

type C = typeof reportsContract;

const titleLength = 60;

/** Brings the case of a piece up to date with all that people say of it now. */
async function putCase(
  context: Context,
  tx: Tx,
  target: PieceRef,
  { said, at, forTeachers = false }: { said: readonly ReportRow[]; at: Date; forTeachers?: boolean },
): Promise<string> {
  const caseId = await openCase(context, tx, {
    ...target,
    at: caseOpened(at),
    reports: summaryOf(said),
    urgent: said.some(({ reason }) => reason === 'fee'),
    forTeachers,
    hold: target.type === 'job' && holdsJob(said),
  });
  await putInCase(context.db, tx, target, caseId);
  return caseId;
}

export async function reportPiece(context: Context, { body, actor, now }: Call<C['report']>) {
  const { db, ids } = context;
  const { target, reason, note } = body;
  const id = ids.next(now);
  return db.write(async (tx) => {
    const piece = await getVisiblePiece(context, tx, actor, target);
    await getEnabledBoard(db, tx, piece.board);
    if (!canReport(actor, piece))
      throw new AppError('action.forbidden', '自己的内容、读者看不到的内容不用举报');
    const before = await listOpen(db, tx, target);
    const mine = before.find(({ reporterId }) => reporterId === actor.id);
    const words = { reason, note, verified: actor.verified };
    if (!mine && (await countReportsSince(db, tx, actor.id, dayBefore(now))) >= reportLimits.aDay)
      throw new AppError('rate.limited', '今天举报得够多了，明天再来', undefined, { retryAfter: 3600 });
    const report: ReportRow = mine
      ? { ...mine, ...words }
      : {
          id,
          reporterId: actor.id,
          targetType: target.type,
          targetId: target.id,
          threadId: target.type === 'answer' ? await findThreadOf(db, tx, target.id) : null,
          title: piece.title.slice(0, titleLength),
          ...words,
          at: now,
          caseId: null,
          state: 'open',
          openKey: openKeyOf(target, actor.id),
          action: null,
          decidedById: null,
          decidedAt: null,
          outcomeNote: null,
          askedTeacherAt: null,
        };
    await (mine ? changeReport(db, tx, report) : insertReport(db, tx, report));
    await putCase(context, tx, target, {
      said: [...before.filter((one) => one.id !== report.id), report],
      at: now,
    });
    return { id: report.id };
  });
}

async function viewOf(context: Context, rows: readonly ReportListRow[], reporterId: string) {
  const { db } = context;
  const caseIds = rows.flatMap(({ report }) => report.caseId ?? []);
  const others = await countOthers(db, db.read, caseIds, reporterId);
  return rows.map((row) => viewReport(row, others));
}

export async function showMyReports(context: Context, { query, actor }: Call<C['mine']>) {
  const { db } = context;
  const { cursor, limit } = query;
  const after = cursor === undefined ? undefined : decodeCursor('reports', cursor);
  const found = await listReports(db, db.read, actor.id, { after, limit: limit + 1 });
  const { rows, nextCursor } = pageFrom(found, limit, 'reports', ({ report: { at, id } }) => ({ at, id }));
  return { items: await viewOf(context, rows, actor.id), nextCursor };
}

/** Puts a report of one's own that was dismissed before a teacher. */
export async function askTeacher(context: Context, { params, actor, now }: Call<C['askTeacher']>) {
  const { db, registry } = context;
  await db.write(async (tx) => {
    const [row] = await listReports(db, tx, actor.id, { only: params.id, limit: 1 });
    if (!row) throw new AppError('resource.not-found');
    const { report } = row;
    const target = { type: report.targetType, id: report.targetId };
    const piece = await registry.kinds[target.type].find(db, tx, target.id);
    if (!canAskTeacher(report)) throw new AppError('moderation.already-done');
    if (!piece || !isPublished(piece))
      throw new AppError('moderation.already-done', '这条内容已经不公开了，不用再看');
    const others = await listOpen(db, tx, target);
    if (others.some(({ reporterId }) => reporterId === actor.id))
      throw new AppError('moderation.already-done', '你又举报过一次，正在处理');
    const again: ReportRow = {
      ...report,
      state: 'open',
      openKey: openKeyOf(target, actor.id),
      askedTeacherAt: now,
    };
    await changeReport(db, tx, again);
    await putCase(context, tx, target, { said: [...others, again], at: now, forTeachers: true });
  });
  const rows = await listReports(db, db.read, actor.id, { only: params.id, limit: 1 });
  const [shown] = await viewOf(context, rows, actor.id);
  if (!shown) throw new AppError('resource.not-found');
  return shown;
}
