import type { Progress } from '@qihang/shared/jobs/progress';
import type { savesContract } from '@qihang/shared/saves/contract';
import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import { emit } from '../../background/events';
import { isPublished } from '../../content/rules';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { hashToken, newToken } from '../../ports/tokens';
import { getVisibleJob, visibleSummaries } from '../jobs/public';
import { calendarFile, eventOf } from './ics';
import { calendarDays, instantsOf } from './rules';
import {
  countSaved,
  deleteFeed,
  deleteSaved,
  findFeedOwner,
  findFeedStart,
  findSaved,
  listDue,
  listSaved,
  putFeed,
  putSaved,
} from './store';
import { viewCounts, viewDue, viewKeeping, viewSaved } from './view';

type C = typeof savesContract;

declare module '../../background/events' {
  interface Events {
    /** How far a person is with a job now; null: it is kept no more. */
    'job.kept': { userId: string; jobId: string; progress: Progress | null };
  }
}

export async function saveJob(context: Context, { params, body, actor, now }: Call<C['save']>) {
  const { db } = context;
  const row = await db.write(async (tx) => {
    const job = await getVisibleJob(context, tx, actor, params.id);
    if (!isPublished(job)) throw new AppError('action.forbidden', '这个岗位现在没有公开，不能收藏');
    const before = await findSaved(db, tx, actor.id, params.id);
    const next = {
      userId: actor.id,
      jobId: params.id,
      progress: body.progress,
      note: (body.note === undefined ? before?.note : body.note) || null,
      savedAt: before?.savedAt ?? now,
      updatedAt: now,
    };
    await putSaved(db, tx, next);
    await emit(context, tx, 'job.kept', { userId: actor.id, jobId: params.id, progress: body.progress });
    return next;
  });
  return viewKeeping(row);
}

export async function removeSaved(
  context: Context,
  { params, actor }: Call<C['remove']>,
): Promise<undefined> {
  const { db } = context;
  await db.write(async (tx) => {
    await deleteSaved(db, tx, actor.id, params.id);
    await emit(context, tx, 'job.kept', { userId: actor.id, jobId: params.id, progress: null });
  });
}

export async function showSaved(context: Context, { query, actor, now }: Call<C['list']>) {
  const { db } = context;
  const { cursor, limit, progress } = query;
  const after = cursor === undefined ? undefined : decodeCursor('saved', cursor);
  const found = await listSaved(db, actor.id, progress, after, limit + 1);
  const { rows, nextCursor } = pageFrom(found, limit, 'saved', (row) => ({
    at: row.updatedAt,
    id: row.jobId,
  }));
  const jobs = await visibleSummaries(
    context,
    rows.map(({ jobId }) => jobId),
    actor,
    now,
  );
  const counts = viewCounts(await countSaved(db, actor.id));
  return { items: rows.map((row) => viewSaved(row, jobs.get(row.jobId))), nextCursor, counts };
}

export async function showCalendar({ db }: Context, { query, actor, now }: Call<C['calendar']>) {
  const days = calendarDays(query, now);
  if (!days) {
    throw new AppError('request.invalid', undefined, [
      { path: 'to', message: '结束日期要在开始之后，最多 370 天' },
    ]);
  }
  return { items: (await listDue(db, actor.id, instantsOf(days))).map(viewDue) };
}

// What is just over stays, or calendar programs would drop it on the day itself.
const keptDays = 30;

async function fileOf({ db, config }: Context, userId: string, now: Date): Promise<string> {
  const today = dayAt(now.getTime());
  const days = { from: addDays(today, -keptDays), to: addDays(today, 365) };
  const due = await listDue(db, userId, instantsOf(days));
  const events = due.map((row) => eventOf(viewDue(row), row.updatedAt));
  return calendarFile(`启航 · ${config.school}`, events);
}

export const showCalendarFile = (context: Context, { actor, now }: Call<C['calendarFile']>) =>
  fileOf(context, actor.id, now);

export async function showMyFeed({ db }: Context, { actor }: Call<C['myFeed']>) {
  const createdAt = await findFeedStart(db, actor.id);
  return { createdAt: createdAt?.toISOString() ?? null };
}

export async function openFeed({ db }: Context, { actor, now }: Call<C['openFeed']>) {
  const token = newToken();
  const tokenHash = hashToken(token);
  await db.write((tx) => putFeed(db, tx, { userId: actor.id, tokenHash, createdAt: now }));
  return { url: `/api/v1/calendar/${token}.ics` };
}

export async function closeFeed({ db }: Context, { actor }: Call<C['closeFeed']>): Promise<undefined> {
  await db.write((tx) => deleteFeed(db, tx, actor.id));
}

export async function showFeed(context: Context, { params, now }: Call<C['feed']>) {
  const userId = await findFeedOwner(context.db, hashToken(params.token));
  if (!userId) throw new AppError('resource.not-found');
  return fileOf(context, userId, now);
}
