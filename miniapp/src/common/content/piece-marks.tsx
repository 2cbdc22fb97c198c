import type { PropsWithChildren } from 'react';
import { MarksProvider } from '@/common/text/marks';
import { type DecidedPiece, decisionOn } from './decided';

interface Props {
  piece: Pick<DecidedPiece, 'returned' | 'takenDown'>;
}

/** The text of a piece, in which the words that a decision is about carry the numbers of its reasons. */
export const PieceMarks = ({ piece, children }: PropsWithChildren<Props>) => (
  <MarksProvider quotes={(decisionOn(piece)?.marks ?? []).map(({ quote }) => quote)}>
    {children}
  </MarksProvider>
);
