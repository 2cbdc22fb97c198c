import type { Decision, decisionAnswers } from '@qihang/shared/content/decisions';
import type * as z from 'zod/mini';
import type { LifePiece } from './life';

/** What a piece of any kind tells its author of its review, and of a decision against it. */
export type DecidedPiece = LifePiece & {
  [K in keyof typeof decisionAnswers]: z.output<(typeof decisionAnswers)[K]>;
};

/** The decision that keeps the piece from readers now: sent back, or taken down by a person. */
export const decisionOn = ({
  returned,
  takenDown,
}: Pick<DecidedPiece, 'returned' | 'takenDown'>): Decision | null => returned ?? takenDown ?? null;
