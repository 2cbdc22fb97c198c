import type { PastWords } from '@qihang/shared/threads/contract';
import { Text, View } from '@tarojs/components';
import { useNow } from '@/platform/clock';
import { signInFirst, usePageQuery } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { usePastWords } from '../../thread-hooks';
import './index.scss';

/** What a question or an answer said before, for its author and moderators. */
export default function PastWordsPage() {
  const { id = '', answer } = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const query = usePastWords(id, answer, signedIn);
  const now = useNow();
  return (
    <PageFrame title="改之前的样子" section="questions">
      {signedIn ? (
        <DetailView query={query} what="修改记录" ageOf={(since) => momentWords(since, now)}>
          {({ items }) => (
            <View className="stack">
              <View className="cards">
                {items.map((one) => (
                  <Version key={one.rev} version={one} now={now} />
                ))}
              </View>
            </View>
          )}
        </DetailView>
      ) : (
        <StateView
          icon="user"
          title="登录后查看"
          text="只有作者和管理的人看得到"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

const Version = ({ version: { rev, at, by, changed, fields }, now }: { version: PastWords; now: Date }) => (
  <Card>
    <Text className="strong">第 {rev} 版</Text>
    <Text className="meta pw-by">
      {by}，{momentWords(new Date(at), now)}
      {changed.length > 0 && `，改了${changed.join('、')}`}
    </Text>
    {fields.map(({ field, label, text }) => (
      <View key={field} className="pw-f">
        <Text className="cap">{label}</Text>
        <Text className="pw-t" userSelect>
          {text === '' ? '（空）' : text}
        </Text>
      </View>
    ))}
  </Card>
);
