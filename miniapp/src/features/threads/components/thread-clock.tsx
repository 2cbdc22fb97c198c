import type { Thread } from '@qihang/shared/threads/contract';
import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { CourseLine } from '@/ui/course-line';
import { clockWords, momentWords } from '@/ui/date-words';
import { type ClockStep, clockSteps, keptWords, nextInChain } from '../clock-steps';
import { isWaiting, tookWords } from '../words';
import { AnswerClock } from './answer-clock';
import './thread-clock.scss';

interface Props {
  thread: Thread;
  now: Date;
}

/** The points of the way below each other, the last ring where it waits. */
const Steps = ({ steps, now }: { steps: readonly ClockStep[]; now: Date }) => (
  <View className="vt">
    {steps.map(({ at, text, tone }) => (
      <View key={at + text} className={cx('vt-s', `vt-${tone}`)}>
        <Text className="vt-at">{momentWords(new Date(at), now)}</Text>
        <Text className="vt-t">{text}</Text>
      </View>
    ))}
  </View>
);

/** Who answers when it is not answered in time: the asker sees the same line as those who are asked. */
const Next = ({ thread }: { thread: Thread }) => {
  const next = isWaiting(thread) ? nextInChain(thread) : null;
  return next && <Text className="tk-next">{next}</Text>;
};

/** The answer clock of a question in its card: still running, or how it ended. */
export function ThreadClock({ thread, now }: Props) {
  const { askedAt, firstAnsweredAt, state, onDuty } = thread;
  const steps = clockSteps(thread);
  if (isWaiting(thread))
    return (
      <View className="tk">
        <AnswerClock thread={thread} now={now} />
        {/* What is beyond a promise that still runs: somebody was late, or the answers did not help. */}
        {steps.length > 2 && <Steps steps={steps.slice(0, -1)} now={now} />}
        <Next thread={thread} />
      </View>
    );
  if (firstAnsweredAt === null) return null;
  const solved = state === 'solved';
  const kept = keptWords(thread);
  return (
    <View className="tk">
      <CourseLine
        passed={solved ? 1 : 0.5}
        stops={[
          { text: `${clockWords(new Date(askedAt))} 提问`, done: true },
          { text: `首答，${tookWords(askedAt, firstAnsweredAt)}`, done: true },
          { text: solved ? '已解决' : state === 'closed' ? '已关闭' : '待采纳', done: state !== 'answered' },
        ]}
      />
      {onDuty !== null && (
        <Text className="tk-duty">
          值班 <Text className="tk-b">{onDuty}</Text>
          {kept && '，'}
          {kept && <Text className={kept.inTime ? 'tk-kept' : ''}>{kept.text}</Text>}
        </Text>
      )}
    </View>
  );
}

/** The same beside the question on wide windows. */
export const ThreadClockAside = ({ thread, now }: Props) => (
  <View className="aside-card">
    <Text className="aside-t">答复时限</Text>
    <Steps steps={clockSteps(thread)} now={now} />
    <Next thread={thread} />
  </View>
);
