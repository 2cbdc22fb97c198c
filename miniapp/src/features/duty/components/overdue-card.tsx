import type { OverdueThread } from '@qihang/shared/duty/clock';
import { dutyStepNames } from '@qihang/shared/duty/vocabulary';
import { threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { CourseLine } from '@/ui/course-line';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { useOverdueMoves } from '../hooks';
import { chainStops, lateWords, refusalWords, untilWords } from '../words';
import './overdue-card.scss';
import './today-card.scss';

/** More than fit on one course. */
const onCourse = 3;

/** An overdue question: who let it pass, who has it and until when, who comes next; the asker sees the same. */
export function OverdueCard({ thread, now }: { thread: OverdueThread; now: Date }) {
  const { id, title, category, author, anonymous, promisedAt, duty, viewer } = thread;
  const { take, askTeacher } = useOverdueMoves();
  const busy = take.isPending || askTeacher.isPending;
  const stops = chainStops(duty.chain, now);
  const at = stops.findIndex(({ current }) => current);
  const onError = (error: Error) => toast(refusalWords(error));
  return (
    <Card>
      <View className="row du-oh">
        <Tag tone="late" text={lateWords(promisedAt, now)} />
        <Text className="cap grow">{threadCategoryNames[category]}</Text>
      </View>
      <Tap className="du-ot" role="link" label={title} onTap={() => open('thread', { id })}>
        <Text className="du-t">{title}</Text>
        <Text className="meta du-ol">{anonymous ? `匿名，${author}` : author}</Text>
      </Tap>
      {stops.length > 1 && (
        <CourseLine
          tone="warm"
          ring
          passed={(at < 0 ? stops.length - 1 : at) / (stops.length - 1)}
          stops={stops.map(({ text, done }) => ({ text, done }))}
        />
      )}
      {(stops.length === 1 || duty.chain.length > onCourse) && (
        <View className="du-oc">
          {duty.chain.map(({ step, who, until, passed }) => (
            <Text key={step + until} className="cap du-ol">
              {dutyStepNames[step]} {who}，到 {untilWords(until, now)}
              {passed && '，没答'}
            </Text>
          ))}
        </View>
      )}
      {viewer.can.length > 0 && (
        <View className="du-two">
          {viewer.can.includes('ask-teacher') && (
            <Button
              text="直接请老师答"
              look="quiet"
              tall
              loading={askTeacher.isPending}
              disabled={busy}
              onTap={() =>
                askTeacher.mutate(id, { onSuccess: () => toast('已转给老师，提问的人看得到'), onError })
              }
            />
          )}
          {viewer.can.includes('take') && (
            <Button
              text="我来答"
              look="main"
              loading={take.isPending}
              disabled={busy}
              onTap={() => take.mutate(id, { onSuccess: () => open('thread', { id }), onError })}
            />
          )}
        </View>
      )}
    </Card>
  );
}
