import type { Thread } from '@qihang/shared/threads/contract';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { useAskerMove } from '../thread-hooks';
import { answerOrder } from '../words';
import { AnswerCard } from './answer-card';
import './answers.scss';

interface Props {
  thread: Thread;
  now: Date;
  onReport: (answerId: string) => void;
}

export function Answers({ thread, now, onReport }: Props) {
  const { answers, state } = thread;
  if (answers.length === 0)
    return (
      <View className="as-none">
        <Text>
          {state === 'pending'
            ? '通过审核后，大家才看得到、才能回答'
            : '还没有回答。知道的话，写一句也能帮到人'}
        </Text>
      </View>
    );
  return (
    <View className="cards">
      <View className="as-h">
        <Text className="card-t">{answers.length} 个回答</Text>
        <Text className="cap">{answerOrder(thread)}</Text>
      </View>
      {answers.map((answer) => (
        <AnswerCard
          key={answer.id}
          answer={answer}
          thread={thread}
          now={now}
          onReport={() => onReport(answer.id)}
        />
      ))}
      <Unsolved thread={thread} />
    </View>
  );
}

/** For the asker, once: that the answers did not help. */
function Unsolved({ thread: { id, viewer } }: Pick<Props, 'thread'>) {
  const move = useAskerMove(id);
  if (!viewer.can.includes('unsolved')) return null;
  const say = async () => {
    const agreed = await confirm(
      '还没解决？',
      '每个问题只能说一次。会重新计时，由下一位接着答复；已有的回答都还在。',
      '没解决',
    );
    if (!agreed) return;
    move.mutate('unsolved', {
      onSuccess: () => toast('已重新计时，下一位会接着答'),
      onError: (error) => toast(asApiError(error).message),
    });
  };
  return (
    <View className="as-un">
      <Text className="meta grow">采纳一个帮到你的；都没帮上，就说没解决</Text>
      <Button text="没解决" loading={move.isPending} onTap={say} />
    </View>
  );
}
