import { forbidden } from '../../actor/refusals';
import { type Actor, moderatorRoles } from '../../actor/rules';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import { getVisibleJob } from './public';
import type { JobRow } from './row';
import { canEditJob } from './rules';
import { getJobRow } from './store';

/** @throws AppError `resource.not-found`; `action.forbidden` and the like for people who may see but not edit it */
export async function getEditableJob(
  context: Context,
  tx: Reader,
  actor: Actor,
  id: string,
): Promise<JobRow> {
  const seen = await getVisibleJob(context, tx, actor, id);
  if (!canEditJob(actor, seen)) throw forbidden(actor, moderatorRoles, seen.board);
  const row = await getJobRow(context.db, tx, id);
  if (!row) throw new AppError('resource.not-found');
  return row;
}

/** @throws AppError `request.invalid` at `deadline` */
export function refusePastDeadline(deadline: string | null, closesAt: Date, now: Date): void {
  if (deadline !== null && closesAt <= now) {
    throw new AppError('request.invalid', undefined, [{ path: 'deadline', message: '截止时间已经过了' }]);
  }
}
