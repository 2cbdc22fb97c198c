import type { Feedback } from '@qihang/shared/post-feedback/feedback';
import type { Actor } from '../../actor/rules';
import type { Standing } from '../../content/rules';
import type { Database, Reader, Tx } from '../../db/types';
import { feedbackActionsFor, isPossiblyOutdated } from './rules';
import { countFeedback, settleFeedback } from './store';

/** What readers say of an article, as this person sees it. */
export async function feedbackOn(
  db: Database,
  read: Reader,
  post: Standing & { id: string },
  actor: Actor | null,
): Promise<Feedback> {
  const counts = await countFeedback(db, read, post.id, actor?.id ?? null);
  const of = (kind: string) => counts.find((one) => one.kind === kind);
  const can = feedbackActionsFor(actor, post);
  const open = { outdated: of('outdated')?.open ?? 0, wrong: of('wrong')?.open ?? 0 };
  return {
    useful: of('useful')?.n ?? 0,
    mine: counts.filter(({ mine }) => mine > 0).map(({ kind }) => kind),
    possiblyOutdated: isPossiblyOutdated(open.outdated),
    ...(can.includes('see') ? { open } : {}),
    viewer: { can },
  };
}

/** An edit answers what waited at an article: its readers see new words. */
export async function answerByEdit(db: Database, tx: Tx, postId: string, now: Date): Promise<void> {
  await settleFeedback(db, tx, postId, now);
}
