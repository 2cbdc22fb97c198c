import type { Answer, Thread } from '@qihang/shared/threads/contract';
import { Text } from '@tarojs/components';
import { momentWords } from '@/ui/date-words';
import { Tap } from '@/ui/tap';
import './edited-line.scss';

interface Props {
  piece: Thread | Answer;
  now: Date;
  onOpen: () => void;
}

/** That what readers saw was changed, and how often; what it said before is for its author and moderators. */
export function EditedLine({ piece: { editedAt, edits, viewer }, now, onOpen }: Props) {
  if (editedAt === null) return null;
  const words = `${momentWords(new Date(editedAt), now)} 改过${edits > 0 ? ` ${edits} 次` : ''}`;
  if (!(viewer.can as readonly string[]).includes('history')) return <Text className="cap el">{words}</Text>;
  return (
    <Tap className="cap el el-tap" role="link" label={`${words}，看改之前的`} onTap={onOpen}>
      <Text>{words}</Text>
    </Tap>
  );
}
