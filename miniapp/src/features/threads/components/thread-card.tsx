import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { cx } from '@/ui/class-names';
import { agoWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { authorWords, isWaiting, stateTag } from '../words';
import { AnswerClock } from './answer-clock';
import './thread-card.scss';

interface Props {
  thread: ThreadSummary;
  /** Named where questions of several boards are shown together. */
  boardName?: string | undefined;
  /** It stands open beside the list. */
  selected?: boolean;
  now: Date;
  onOpen: (thread: ThreadSummary) => void;
}

/** A question in a list: its state, who answers and until when, or how the best answer begins. */
export const ThreadCard = memo(function ThreadCard({ thread, boardName, selected, now, onOpen }: Props) {
  const { topAnswer, answerCount } = thread;
  const tag = stateTag(thread, now);
  return (
    <Tap
      className={cx('tc', selected && 'tc-sel')}
      role="link"
      label={`${tag.text}，${thread.title}`}
      onTap={() => onOpen(thread)}
    >
      <View className="tc-h">
        <Tag {...tag} />
        <DotLine className="cap grow" parts={[boardName, threadCategoryNames[thread.category]]} />
        <Text className="cap">{agoWords(new Date(thread.askedAt), now)}</Text>
      </View>
      <View className="tc-t">
        <Text>{thread.title} </Text>
        {thread.hidden && <Tag text="已下架" tone="grey" />}
        {thread.outdated && <Tag text="可能过期" tone="grey" />}
      </View>
      {isWaiting(thread) && <AnswerClock thread={thread} now={now} />}
      {topAnswer && (
        <View className="tc-a">
          <Text className="tc-who">{topAnswer.official ? '老师官方答复' : topAnswer.author}</Text>
          <Text>{topAnswer.excerpt}</Text>
        </View>
      )}
      <DotLine
        className="cap tc-f"
        parts={[
          authorWords(thread.author),
          answerCount > 0 && `${answerCount} 个回答`,
          topAnswer !== null && topAnswer.useful > 0 && `${topAnswer.useful} 人觉得有用`,
        ]}
      />
    </Tap>
  );
});

export const ThreadSkeleton = () => (
  <View className="tc tc-sk">
    <Bone width={34} />
    <Bone width={82} look="title" />
    <Bone width={100} />
    <Bone width={46} />
  </View>
);
