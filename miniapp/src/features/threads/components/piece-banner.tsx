import type { Answer, Thread } from '@qihang/shared/threads/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { AppealSheet } from '@/common/content/appeal-sheet';
import { decisionOn } from '@/common/content/decided';
import { PieceNote } from '@/common/content/piece-note';
import { Button } from '@/ui/button';
import { root } from '../hooks';
import './piece-banner.scss';

interface Props {
  type: 'thread' | 'answer';
  piece: Thread | Answer;
  now: Date;
  /** Leads to where it is mended; absent there. */
  onEdit?: () => void;
}

/** Above a question or an answer that readers do not see: that they do not, why, and what its author does next. */
export function PieceBanner({ type, piece, now, onEdit }: Props) {
  const [appealing, setAppealing] = useState(false);
  const { id, life } = piece;
  if (life === 'published') return null;
  const can: readonly string[] = piece.viewer.can;
  const decision = decisionOn(piece);
  const mend = onEdit && life === 'returned' && can.includes('edit') ? onEdit : undefined;
  const appeal = onEdit && decision && can.includes('appeal');
  return (
    <View className="pb">
      <PieceNote piece={{ ...piece, schedule: null }} now={now} />
      {(mend || appeal) && (
        <View className="pb-a">
          {appeal && <Button text="申诉" look="quiet" grow onTap={() => setAppealing(true)} />}
          {mend && <Button text="改了再送审" icon="pencil" grow onTap={mend} />}
        </View>
      )}
      {decision && (
        <AppealSheet
          open={appealing}
          type={type}
          id={id}
          root={root}
          decision={decision}
          onEdit={mend}
          onClose={() => setAppealing(false)}
        />
      )}
    </View>
  );
}
