import type { Answer, Thread } from '@qihang/shared/threads/contract';
import { Text, View } from '@tarojs/components';
import { PieceNote } from '@/common/content/piece-note';
import { Button } from '@/ui/button';
import { leftWords, momentWords } from '@/ui/date-words';
import './piece-banner.scss';

interface Props {
  piece: Thread | Answer;
  now: Date;
  /** Leads to where it is mended; absent there. */
  onEdit?: () => void;
}

/** `今天 10:24 送审，由老师看，一般 2 小时内看完` */
function reviewWords({ submittedAt, by, usualMinutes }: NonNullable<Thread['review']>, now: Date): string {
  const usual =
    usualMinutes === null ? '' : `，一般 ${leftWords(new Date(0), new Date(usualMinutes * 60_000))}看完`;
  return `${momentWords(new Date(submittedAt), now)} 送审，由${by}看${usual}`;
}

/** Above a question or an answer that readers do not see: that they do not, why, and what its author does next. */
export function PieceBanner({ piece, now, onEdit }: Props) {
  const { life, review, viewer } = piece;
  if (life === 'published') return null;
  const mend = onEdit && life === 'returned' && (viewer.can as readonly string[]).includes('edit');
  return (
    <View className="pb">
      <PieceNote piece={{ ...piece, schedule: null }} now={now} />
      {life === 'in-review' && review && <Text className="meta pb-r">{reviewWords(review, now)}</Text>}
      {mend && <Button text="改了再送审" icon="pencil" onTap={onEdit} />}
    </View>
  );
}
