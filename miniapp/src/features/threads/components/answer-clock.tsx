import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { Text, View } from '@tarojs/components';
import { CourseLine } from '@/ui/course-line';
import { momentWords } from '@/ui/date-words';
import { isOverdue, waitedPart } from '../words';
import './answer-clock.scss';

/** Who answers, and until when. */
export function AnswerClock({ thread, now }: { thread: ThreadSummary; now: Date }) {
  const { askedAt, dueAt, onDuty } = thread;
  if (dueAt === null) return null;
  const overdue = isOverdue(thread, now);
  // One that was given on has a time of its own, which may be still to come.
  const over = Date.parse(dueAt) < now.getTime();
  const due = momentWords(new Date(dueAt), now);
  return (
    <View className="ac">
      <CourseLine passed={waitedPart(askedAt, dueAt, now)} ring tone={overdue ? 'warm' : 'brand'} />
      <View className="row cap ac-r">
        <Text className="grow">{onDuty ? `${onDuty} 值班` : '等待答复'}</Text>
        <Text className={overdue ? 'ac-late' : 'ac-due'}>
          {over ? `应在 ${due} 前答复` : `${due} 前答复`}
        </Text>
      </View>
    </View>
  );
}
