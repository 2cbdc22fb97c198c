import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { Actor } from '../actor/rules';
import type { Context } from '../context';
import type { Tx } from '../db/types';
import type { Words } from './revised';

/** What a check said of words before they are written. */
export interface Judgement {
  /** A person looks at them before readers do. */
  holds: boolean;
  /** What was found, in Chinese, each once. */
  said: readonly string[];
  /** Keeps what was said, in the transaction that writes the words. */
  keep(tx: Tx, id: string, at: Date): Promise<void>;
}

/** Words that are to come before readers, as the form has them. */
export interface Judging {
  actor: Pick<Actor, 'id' | 'grants'>;
  type: ReviewedType;
  board: string;
  words: Words;
  /** `not-asked`: the local rules alone count. `given-up`: it was waited for long enough, and the words are held. */
  wechat?: 'not-asked' | 'given-up' | undefined;
}

/** Judges words outside of any transaction; the feature that checks content declares it. Never throws for what it asks outside. */
export type Judge = (context: Context, judging: Judging) => Promise<Judgement>;
