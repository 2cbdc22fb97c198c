import type { myDataContract } from '@qihang/shared/my-data/contract';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import type { ExportRow } from '../../personal-data';
import { findSessionStart } from '../session/public-store';
import { listTeachers } from '../users/public';
import { closeAccount, reopenAccount } from './public';
import { isRecentSession } from './rules';
import { findClosure } from './store';
import { viewClosure, viewSections } from './view';

type C = typeof myDataContract;

async function dataOf({ db, registry }: Context, userId: string): Promise<Record<string, ExportRow[]>> {
  const parts: Record<string, ExportRow[]>[] = [];
  for (const { exportOf } of registry.personalData) parts.push(await exportOf(db, userId));
  return Object.assign({}, ...parts);
}

export async function showData(context: Context, { actor, now }: Call<C['show']>) {
  const data = await dataOf(context, actor.id);
  const teachers = await listTeachers(context.db, now);
  return { sections: viewSections(context.registry.personalData, data), teachers };
}

export async function exportData(context: Context, { actor, now }: Call<C['export']>) {
  const data = await dataOf(context, actor.id);
  const { school } = context.config;
  return {
    format: 'qihang-export' as const,
    version: 1 as const,
    exportedAt: now.toISOString(),
    school,
    data,
  };
}

export async function leave(context: Context, { body, actor, session, now }: Call<C['leave']>) {
  const { db } = context;
  const startedAt = session === null ? undefined : await findSessionStart(db, session);
  if (!startedAt || !isRecentSession(startedAt, now)) throw new AppError('session.not-recent');
  const leaving = { userId: actor.id, posts: body?.posts ?? ('keep' as const), cause: 'person' as const };
  return viewClosure(await db.write((tx) => closeAccount(context, tx, leaving, now)));
}

export async function showClosure({ db }: Context, { actor }: Call<C['closure']>) {
  const closure = await findClosure(db, db.read, actor.id);
  if (!closure) throw new AppError('resource.not-found');
  return viewClosure(closure);
}

export async function comeBack(context: Context, { actor }: Call<C['comeBack']>): Promise<undefined> {
  const reopened = await context.db.write((tx) => reopenAccount(context, tx, actor.id));
  if (!reopened) throw new AppError('resource.not-found');
}
