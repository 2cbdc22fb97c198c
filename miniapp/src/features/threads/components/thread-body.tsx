import type { Thread } from '@qihang/shared/threads/contract';
import { Text, View } from '@tarojs/components';
import { CareCard } from '@/common/care/care-card';
import type { Reported } from '@/common/reports/report-sheet';
import { open } from '@/platform/navigation';
import { useWide } from '@/platform/window';
import { Columns } from '@/ui/split-view';
import { Tap } from '@/ui/tap';
import { useRememberedCare } from '../care-shown';
import { useRelatedThreads } from '../thread-hooks';
import { Answers } from './answers';
import { QuestionCard } from './question-card';
import { ThreadClockAside } from './thread-clock';
import './thread-body.scss';

interface Props {
  thread: Thread;
  now: Date;
  onReport: (reported: Reported) => void;
}

/** A question with its answers; on wide windows its clock and questions like it stand beside it. */
export function ThreadBody({ thread, now, onReport }: Props) {
  const wide = useWide();
  const remembered = useRememberedCare(thread.id);
  const care = thread.care ?? remembered;
  return (
    <Columns
      head={
        <View className="cards">
          {care && <CareCard contact={care} />}
          <QuestionCard
            thread={thread}
            now={now}
            aside={wide}
            onReport={() => onReport({ type: 'thread', id: thread.id, noun: '问题' })}
          />
        </View>
      }
      side={
        wide && (
          <View>
            <ThreadClockAside thread={thread} now={now} />
            <Related thread={thread} />
          </View>
        )
      }
      main={
        <Answers
          thread={thread}
          now={now}
          onReport={(id) => onReport({ type: 'answer', id, noun: '回答' })}
        />
      }
    />
  );
}

function Related({ thread }: Pick<Props, 'thread'>) {
  const related = useRelatedThreads(thread, true) ?? [];
  if (related.length === 0) return null;
  return (
    <View className="aside-card">
      <Text className="aside-t">相近的问题</Text>
      {related.slice(0, 3).map(({ id, title }) => (
        <Tap key={id} className="tb-rel" role="link" label={title} onTap={() => open('thread', { id })}>
          <Text>{title}</Text>
        </Tap>
      ))}
    </View>
  );
}
