import type { Reader, Tx } from '../../db/database';
import type { Actor } from '../users/rules';

/** What moderation must know of a thing, whatever it is. */
export interface Standing {
  board: string;
  hidden: boolean;
  hiddenReason: string | null;
}

/** How a feature lets moderation act on its things. */
export interface Moderatable {
  /** Undefined when there is none, or the actor may not know of it. */
  find(read: Reader, actor: Actor, id: string): Promise<Standing | undefined>;
  /** Hides with a reason, restores with null; lists, counts and search follow in the same transaction. */
  setHidden(tx: Tx, id: string, reason: string | null): Promise<void>;
}
