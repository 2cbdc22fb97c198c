import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { CourseLine } from '@/ui/course-line';
import { agoWords, momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { authorWords, isOverdue, stateTag, waitedPart } from '../words';
import './thread-card.scss';

interface Props {
  thread: ThreadSummary;
  /** Named where questions of several boards are shown together. */
  boardName?: string | undefined;
  now: Date;
  onOpen: (thread: ThreadSummary) => void;
}

/** A question in a list: its state, who answers and until when, or how the best answer begins. */
export const ThreadCard = memo(function ThreadCard({ thread, boardName, now, onOpen }: Props) {
  const { topAnswer } = thread;
  const tag = stateTag(thread, now);
  return (
    <Tap className="tc" role="link" label={`${tag.text}，${thread.title}`} onTap={() => onOpen(thread)}>
      <View className="tc-h">
        <Tag {...tag} />
        <DotLine className="cap grow" parts={[boardName, threadCategoryNames[thread.category]]} />
        <Text className="cap">{agoWords(new Date(thread.askedAt), now)}</Text>
      </View>
      <View className="tc-t">
        <Text>{thread.title} </Text>
        {thread.hidden && <Tag text="已下架" tone="grey" />}
      </View>
      {thread.state === 'open' && <AnswerClock thread={thread} now={now} />}
      {topAnswer && (
        <View className="tc-a">
          <Text className="tc-who">{topAnswer.official ? '老师官方答复' : topAnswer.author}</Text>
          <Text>{topAnswer.excerpt}</Text>
        </View>
      )}
      <DotLine
        className="cap tc-f"
        parts={[authorWords(thread.author), thread.answerCount > 0 && `${thread.answerCount} 个回答`]}
      />
    </Tap>
  );
});

/** Who answers, and until when. */
export function AnswerClock({ thread, now }: { thread: ThreadSummary; now: Date }) {
  if (thread.dueAt === null) return null;
  const overdue = isOverdue(thread, now);
  const due = momentWords(new Date(thread.dueAt), now);
  return (
    <View className="ac">
      <CourseLine passed={waitedPart(thread, now)} ring tone={overdue ? 'warm' : 'brand'} />
      <View className="row cap">
        <Text className="grow">{thread.onDuty ? `${thread.onDuty} 值班` : '等待答复'}</Text>
        <Text className={overdue ? 'ac-late' : 'ac-due'}>
          {overdue ? `应在 ${due} 前答复` : `${due} 前答复`}
        </Text>
      </View>
    </View>
  );
}

export const ThreadSkeleton = () => (
  <View className="tc tc-sk">
    <Bone width={34} />
    <Bone width={82} look="title" />
    <Bone width={100} />
    <Bone width={46} />
  </View>
);
