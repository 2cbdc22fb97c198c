import { dayMs } from '@qihang/shared/time/shanghai';
import { shownClassCode } from '@qihang/shared/verification/class-code';
import type { ClassCode, classCodesContract } from '@qihang/shared/verification/roster';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { bylines } from '../users/public';
import { classCodeOf } from './class-code';
import { listClasses } from './roster/store';
import { canRevokeCode, stateOfCode } from './rules';
import {
  type CodeRow,
  countUses,
  findCode,
  insertCode,
  listCodes,
  listValidCodes,
  revokeCode,
} from './store';

type C = typeof classCodesContract;

/** How long an ended code stays in the list. */
const shownDays = 180;

const classKey = (of: Pick<CodeRow, 'college' | 'className' | 'graduationYear'>) =>
  JSON.stringify([of.graduationYear, of.college, of.className]);

async function viewCodes(
  { db, secret }: Context,
  rows: readonly CodeRow[],
  actor: Actor,
  now: Date,
): Promise<ClassCode[]> {
  const [uses, classes, makers] = await Promise.all([
    countUses(db, db.read),
    listClasses(db, db.read),
    bylines(
      db,
      rows.flatMap(({ createdById }) => createdById ?? []),
      now,
    ),
  ]);
  const totals = new Map(classes.map((one) => [classKey(one), one.total]));
  return rows.map((row) => {
    const state = stateOfCode(row, now);
    return {
      id: row.id,
      college: row.college,
      className: row.className,
      graduationYear: row.graduationYear,
      code: state === 'valid' ? shownClassCode(classCodeOf(secret, row.id)) : null,
      state,
      createdBy: (row.createdById && makers.get(row.createdById)?.name) || '已注销用户',
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      used: uses.get(row.id) ?? 0,
      total: totals.get(classKey(row)) ?? 0,
      viewer: { can: canRevokeCode(actor, row, now) ? ['revoke'] : [] },
    };
  });
}

const viewOne = async (context: Context, row: CodeRow, actor: Actor, now: Date) =>
  (await viewCodes(context, [row], actor, now))[0] as ClassCode;

export async function showCodes(context: Context, { actor, now }: Call<C['list']>) {
  const { db } = context;
  const rows = await listCodes(db, db.read, new Date(now.getTime() - shownDays * dayMs));
  const isValid = (row: CodeRow) => stateOfCode(row, now) === 'valid';
  const ordered = [...rows.filter(isValid), ...rows.filter((row) => !isValid(row))];
  return { items: await viewCodes(context, ordered, actor, now) };
}

const auditView = ({ college, className, graduationYear, expiresAt }: CodeRow) => ({
  college,
  className,
  graduationYear,
  expiresAt: expiresAt.toISOString(),
});

export async function createCode(context: Context, { actor, body, now, requestId }: Call<C['create']>) {
  const { db, ids } = context;
  const auditId = ids.next(now);
  const { days, ...of } = body;
  const row: CodeRow = {
    id: ids.next(now),
    ...of,
    createdById: actor.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * dayMs),
    revokedAt: null,
  };
  await db.write(async (tx) => {
    const classes = await listClasses(db, tx);
    if (!classes.some((one) => classKey(one) === classKey(of))) throw new AppError('roster.no-such-class');
    if ((await listValidCodes(db, tx, of, now)).length > 0) throw new AppError('class-code.exists');
    await insertCode(db, tx, row);
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'class-code.create',
      targetType: 'class-code',
      targetId: row.id,
      before: null,
      after: auditView(row),
      reason: null,
      requestId,
    });
  });
  return viewOne(context, row, actor, now);
}

export async function endCode(context: Context, { actor, params, now, requestId }: Call<C['revoke']>) {
  const { db, ids } = context;
  const auditId = ids.next(now);
  const row = await db.write(async (tx) => {
    const found = await findCode(db, tx, params.id);
    if (!found) throw new AppError('resource.not-found');
    if (!canRevokeCode(actor, found, now)) throw new AppError('class-code.ended');
    await revokeCode(db, tx, found.id, now);
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'class-code.revoke',
      targetType: 'class-code',
      targetId: found.id,
      before: auditView(found),
      after: null,
      reason: null,
      requestId,
    });
    return { ...found, revokedAt: now };
  });
  return viewOne(context, row, actor, now);
}
