import type { dutyContract } from '@qihang/shared/duty/contract';
import { dutyLimits } from '@qihang/shared/duty/vocabulary';
import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { deleteAbsence, insertAbsence } from './store';

type C = typeof dutyContract;

export async function addAbsence({ db, ids }: Context, { actor, body, now }: Call<C['addAbsence']>) {
  const { from, until } = body;
  const wrong = (path: string, message: string) =>
    new AppError('request.invalid', undefined, [{ path, message }]);
  if (from < dayAt(now.getTime())) throw wrong('from', '从今天或以后的日子开始');
  if (until < from) throw wrong('until', '结束不能早于开始');
  if (until > addDays(from, dutyLimits.absence)) throw wrong('until', `一次最多 ${dutyLimits.absence} 天`);
  const row = { id: ids.next(now), userId: actor.id, firstDay: from, lastDay: until };
  await db.write((tx) => insertAbsence(db, tx, row));
  return { id: row.id, from, until };
}

export async function removeAbsence(
  { db }: Context,
  { actor, params }: Call<C['removeAbsence']>,
): Promise<undefined> {
  const found = await db.write((tx) => deleteAbsence(db, tx, params.id, actor.id));
  if (!found) throw new AppError('resource.not-found');
  return undefined;
}
