import { refuseMuted } from '../../actor/refusals';
import type { Actor } from '../../actor/rules';
import { refuseBarred, refuseChange } from '../../content/moving';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import { getVisibleJob } from './public';
import type { JobRow } from './row';
import { asPiece, isPastRecheck } from './rules';
import { getJobRow } from './store';

/** @throws AppError `resource.not-found`; `action.forbidden` and the like for people who may see but not edit it */
export async function getEditableJob(
  context: Context,
  tx: Reader,
  actor: Actor,
  id: string,
): Promise<JobRow> {
  const seen = await getVisibleJob(context, tx, actor, id);
  refuseBarred('edit', actor, asPiece(seen));
  refuseMuted(actor);
  return getExistingJob(context, tx, id);
}

/** @throws AppError as `getEditableJob` does; `review.required` where readers would see the change unreviewed */
export async function getChangeableJob(
  context: Context,
  tx: Reader,
  actor: Actor,
  id: string,
): Promise<JobRow> {
  const seen = await getVisibleJob(context, tx, actor, id);
  refuseChange(actor, asPiece(seen), seen.review);
  return getExistingJob(context, tx, id);
}

/** @throws AppError `resource.not-found` */
export async function getExistingJob({ db }: Context, tx: Reader, id: string): Promise<JobRow> {
  const row = await getJobRow(db, tx, id);
  if (!row) throw new AppError('resource.not-found');
  return row;
}

/** @throws AppError `request.invalid` at `deadline` */
export function refusePastDeadline(deadline: string | null, closesAt: Date, now: Date): void {
  if (deadline !== null && closesAt <= now) {
    throw new AppError('request.invalid', undefined, [{ path: 'deadline', message: '截止时间已经过了' }]);
  }
}

/** @throws AppError `request.invalid` at `recheckOn` */
export function refusePastRecheck(times: Parameters<typeof isPastRecheck>[0], now: Date): void {
  if (isPastRecheck(times, now)) {
    const message = '复核日期已经过了，请选今天或以后的一天';
    throw new AppError('request.invalid', undefined, [{ path: 'recheckOn', message }]);
  }
}
