import { type Actor, hasRoleOn, moderatorRoles } from '../../actor/rules';
import { firstState } from '../../content/rules';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import type { getEnabledBoard } from '../boards/public-store';
import { judge } from '../content-check/public';
import { holds, type Verdict } from '../content-check/rules';
import { countSeen } from './limits-store';

type BoardRow = Awaited<ReturnType<typeof getEnabledBoard>>;

/** Words that are about to be written. */
export interface Speech {
  kind: 'question' | 'answer';
  parts: { path: string; text: string }[];
  anonymous: boolean;
}

export type Where = Pick<BoardRow, 'slug' | 'review' | 'sourceRequired'>;

/** Judges words before the transaction that writes them. */
export const judgeSpeech = (context: Context, actor: Actor, board: Where, speech: Speech): Promise<Verdict> =>
  judge(context, { actor, board: board.slug, sourceBoard: board.sourceRequired, ...speech });

/**
 * Whether a person looks at words before readers do: the check found something, the board reviews, or their author is new. Those
 * who keep the board clean are not new where they speak by name; without one they are treated like everybody.
 */
export async function isHeld(
  { db, config }: Context,
  read: Reader,
  actor: Actor,
  { board, anonymous, verdict }: { board: Where; anonymous: boolean; verdict: Verdict },
): Promise<boolean> {
  if (holds(verdict) || board.review !== 'direct') return true;
  if (!anonymous && hasRoleOn(actor, moderatorRoles, board.slug)) return false;
  const { reviewFirst } = config;
  return reviewFirst > 0 && (await countSeen(db, read, actor.id, reviewFirst)) < reviewFirst;
}

/** The state that words begin in. */
export const beginIn = (held: boolean, now: Date) => firstState(held ? 'second-person' : 'direct', now);
