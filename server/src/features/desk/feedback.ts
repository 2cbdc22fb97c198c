import type { DeskFeedbackItem } from '@qihang/shared/desk/contract';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import { listReportedClosed } from '../jobs/public-store';

/** What readers say of the actor's pieces and nobody has settled yet, the latest first, at most `limit`. */
export async function openFeedback(
  { db }: Context,
  actor: Actor,
  now: Date,
  limit: number,
): Promise<DeskFeedbackItem[]> {
  const closed = await listReportedClosed(db, db.read, actor.id, now, limit);
  return closed.map(({ at, ...job }) => ({
    ...job,
    type: 'job',
    kind: 'closed',
    note: null,
    at: (at ?? now).toISOString(),
  }));
}
