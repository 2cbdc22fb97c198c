import type { MyPortrayal } from '@qihang/shared/portrayals/contract';
import { Text, View } from '@tarojs/components';
import { consentUseNames } from '@/common/content/consent-words';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { failureWords } from '@/platform/retrying';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { dateWords, startOfDay } from '@/ui/date-words';
import { Note } from '@/ui/note';
import { useAnswerPortrayal, usePortrayals } from '../portrayals';
import './portrayals-card.scss';

/** Where I am portrayed, and my consent to it: withdrawn in one tap. Nothing for people in no article. */
export function PortrayalsCard({ now }: { now: Date }) {
  const { data, error, refetch } = usePortrayals();
  if (!data)
    return error ? (
      <Note
        tone="warm"
        icon="alert"
        text={`没能取到写到你的文章：${failureWords(asApiError(error))}`}
        action={{ text: '重试', onTap: () => refetch() }}
      />
    ) : null;
  if (data.items.length === 0) return null;
  return (
    <Card title="写到你的文章">
      {data.items.map((item) => (
        <Row key={item.id} item={item} now={now} />
      ))}
    </Card>
  );
}

function stateWords({ state, shown, givenOn, withdrawnAt }: MyPortrayal, now: Date): string {
  if (state === 'asked') return '等你答复，同意之前不会发布';
  if (state === 'withdrawn')
    return `${withdrawnAt ? dateWords(new Date(withdrawnAt), now) : ''}已撤回，读者看不到`;
  const since = givenOn ? `${dateWords(startOfDay(givenOn), now)}同意` : '已同意';
  return `${since}，读者现在${shown ? '看得到' : '看不到'}`;
}

function Row({ item, now }: { item: MyPortrayal; now: Date }) {
  const answer = useAnswerPortrayal();
  const { id, postId, title, uses, shown, viewer } = item;
  const send = (word: 'agree' | 'withdraw', done: string) =>
    answer.mutate(
      { id, answer: word },
      { onSuccess: () => toast(done), onError: (error) => toast(asApiError(error).message) },
    );
  const asked = viewer.can.includes('agree');
  return (
    <View className="pc-row">
      <Text className="pc-row-t">{title}</Text>
      <Text className="cap">{stateWords(item, now)}</Text>
      <Text className="cap">用于{uses.map((use) => consentUseNames[use]).join('、')}</Text>
      <View className="row pc-row-a">
        {shown && <Button text="看文章" look="quiet" onTap={() => open('post', { id: postId })} />}
        {asked && (
          <Button
            text="同意"
            look="main"
            loading={answer.isPending}
            onTap={() => send('agree', '已同意，可以随时撤回')}
          />
        )}
        {viewer.can.includes('withdraw') && (
          <Button
            text={asked ? '不同意' : '撤回同意'}
            loading={answer.isPending}
            onTap={() => send('withdraw', asked ? '已答复，不会发布' : '已撤回，读者看不到了')}
          />
        )}
      </View>
    </View>
  );
}
