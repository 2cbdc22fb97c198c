import type { DeskFeedbackItem } from '@qihang/shared/desk/contract';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import { listReportedClosed } from '../jobs/public-store';
import { listOpenFeedback } from '../post-feedback/public-store';

/** What readers say of the actor's pieces and nobody has settled yet, the latest first, at most `limit`. */
export async function openFeedback(
  { db }: Context,
  actor: Actor,
  now: Date,
  limit: number,
): Promise<DeskFeedbackItem[]> {
  const closed = await listReportedClosed(db, db.read, actor.id, now, limit);
  const said = await listOpenFeedback(db, db.read, actor.id, limit);
  const items: DeskFeedbackItem[] = [
    ...closed.map(({ at, ...job }) => ({
      ...job,
      type: 'job' as const,
      kind: 'closed' as const,
      note: null,
      at: (at ?? now).toISOString(),
    })),
    ...said.map(({ postId, board, title, kind, note, at, count }) => ({
      type: 'post' as const,
      id: postId,
      board,
      title,
      about: '',
      kind,
      note: note || null,
      at: at.toISOString(),
      count,
    })),
  ];
  return items.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit);
}
