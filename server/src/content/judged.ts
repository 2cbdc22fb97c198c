import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { Actor } from '../actor/rules';
import type { Context } from '../context';
import type { Tx } from '../db/types';
import type { Words } from './revised';

/** What a check said of words before they are written. */
export interface Judgement {
  /** A person looks at them before readers do. */
  holds: boolean;
  /** Keeps what was said, in the transaction that writes the words. */
  keep(tx: Tx, id: string, at: Date): Promise<void>;
}

/** Words that are to come before readers, as the form has them. */
export interface Judging {
  actor: Actor;
  type: ReviewedType;
  board: string;
  words: Words;
}

/** Judges words outside of any transaction; the feature that checks content declares it. Never throws for what it asks outside. */
export type Judge = (context: Context, judging: Judging) => Promise<Judgement>;
