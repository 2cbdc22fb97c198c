import type { UploadedFile } from '@qihang/shared/contract/route';
import type { rosterContract } from '@qihang/shared/verification/roster';
import { emit } from '../../../background/events';
import type { Context } from '../../../context';
import { decodeKey, pageByKey } from '../../../db/keyset';
import { AppError } from '../../../errors';
import { UnreadableFileError } from '../../../files/input';
import type { Call } from '../../../http/mount';
import { recordAct } from '../../audit/public';
import { endMembership } from '../membership-store';
import { canImportRoster, canUnbind } from '../rules';
import { findEntry, updateEntry } from '../store';
import { applyRoster, countFates, makePlan } from './apply';
import { type RosterFile, readRoster } from './read';
import { listClasses, listEntries } from './store';
import { viewEntry, viewPlan } from './view';

type C = typeof rosterContract;

const order = 'student-no';

export async function showRoster({ db }: Context, { query, actor }: Call<C['list']>) {
  const { cursor, limit, ...filter } = query;
  const after = cursor === undefined ? undefined : decodeKey(order, cursor);
  const found = await listEntries(db, db.read, filter, after, limit + 1);
  const { rows, nextCursor } = pageByKey(found, limit, order, ({ studentNo }) => studentNo);
  return { items: rows.map((row) => viewEntry(row, actor)), nextCursor };
}

export async function showClasses({ db }: Context, { actor }: Call<C['classes']>) {
  return {
    items: await listClasses(db, db.read),
    viewer: { can: canImportRoster(actor) ? ['import' as const] : [] },
  };
}

/** Reads an uploaded file; one that is no roster is the sender's fault, and the reason names the field `file`. */
async function readUploaded({ name, bytes }: UploadedFile, sheet: string | undefined): Promise<RosterFile> {
  try {
    return await readRoster({ name, bytes: Buffer.from(bytes) }, sheet);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new AppError('roster.unreadable', error.message, [{ path: 'file', message: error.message }]);
  }
}

export async function previewRoster(context: Context, { file, query }: Call<C['preview']>) {
  const roster = await readUploaded(file, query.sheet);
  return viewPlan(await makePlan(context, context.db.read, roster.rows), roster);
}

export async function importRoster(
  context: Context,
  { actor, file, query, now, requestId }: Call<C['apply']>,
) {
  const { sheet, ...wanted } = query;
  const { rows } = await readUploaded(file, sheet);
  const options = { ...wanted, actorId: actor.id, requestId, now };
  const { plan, left } = await applyRoster(context, rows, options);
  return { counts: countFates(plan), left };
}

export async function unbind(context: Context, { actor, params, body, now, requestId }: Call<C['unbind']>) {
  const { db, ids } = context;
  const auditId = ids.next(now);
  const entry = await db.write(async (tx) => {
    const found = await findEntry(db, tx, params.id);
    if (!found) throw new AppError('resource.not-found');
    if (!canUnbind(actor, found) || found.userId === null) throw new AppError('roster.not-bound');
    const free = { userId: null, boundAt: null, classCodeId: null, updatedAt: now };
    await updateEntry(db, tx, found.id, free);
    await endMembership(db, tx, found.userId, { keepNumber: false, now });
    // Somebody else may have been sitting behind the number.
    await emit(context, tx, 'rights.withdrawn', { userId: found.userId });
    await emit(context, tx, 'membership.ended', { userId: found.userId });
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'roster.unbind',
      targetType: 'roster-entry',
      targetId: found.id,
      before: { userId: found.userId, boundAt: found.boundAt?.toISOString() ?? null },
      after: null,
      reason: body.reason,
      requestId,
    });
    return { ...found, ...free };
  });
  return viewEntry(entry, actor);
}
