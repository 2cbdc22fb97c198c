import { Text, View } from '@tarojs/components';
import { asksWechat } from '@/common/reach/asking';
import { acceptedIn, refillIds, withGrants } from '@/common/reach/credits';
import { kept } from '@/common/reach/subscriptions';
import { asApiError } from '@/platform/api-error';
import { failureWords } from '@/platform/retrying';
import { a11y } from '@/ui/a11y';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { Note } from '@/ui/note';
import { Bone } from '@/ui/skeleton';
import { creditRows, leftWords, refillWords } from '../credit-words';
import { useSubscriptions } from '../hooks';
import { useRefill } from '../refill';
import './credits-card.scss';

const Words = ({ title, text }: { title: string; text: string }) => (
  <>
    <Text className="crc-t" {...a11y({ role: 'heading' })}>
      {title}
    </Text>
    <Text className="meta crc-p">{text}</Text>
  </>
);

/** How many messages WeChat can still bring, what for, and how to get more of them. */
export function CreditsCard({ now }: { now: Date }) {
  const { data, error, refetch } = useSubscriptions();
  const { refill, busy } = useRefill();
  if (!asksWechat)
    return (
      <Card>
        <Words
          title="微信提醒在小程序里"
          text="截止、回答和审核结果可以发到微信，要在微信小程序“启航”里同意，一次一条。浏览器里收不到；消息一条不少，都在这里。"
        />
      </Card>
    );
  if (!data)
    return (
      <Card>
        {error ? (
          <Note
            tone="warm"
            icon="alert"
            text={`没能取到微信提醒的条数：${failureWords(asApiError(error))}`}
            action={{ text: '重试', onTap: refetch }}
          />
        ) : (
          <View aria-label="正在取微信提醒的条数">
            <Bone width={56} look="title" />
            <Bone width={92} />
            <Bone width={40} />
          </View>
        )}
      </Card>
    );
  if (!data.configured)
    return (
      <Card>
        <Words title="微信提醒还没开通" text="学校还没有设置微信提醒。消息一条不少，都在这里。" />
      </Card>
    );
  if (!data.linked)
    return (
      <Card>
        <Words
          title="这个账号没有用微信登录过"
          text="微信提醒发给微信账号，所以现在收不到。消息一条不少，都在这里。"
        />
      </Card>
    );
  const { grants } = kept();
  const state = withGrants(data, grants);
  const unsent = grants.reduce((sum, { results }) => sum + acceptedIn(results), 0);
  const ids = refillIds(state);
  return (
    <Card>
      <Words
        title={leftWords(state.credits)}
        text="微信规定，你同意一次只能发一条。用完以后消息照样在这里，只是微信不响。"
      />
      {creditRows(state, now).map(({ id, name, use, credits }) => (
        <View key={id} className="crc-r">
          <View className="grow">
            <Text className="strong crc-n">{name}</Text>
            <Text className="cap crc-u">{use}</Text>
          </View>
          <Text className={cx('crc-c', credits === 0 && 'crc-0')}>{credits} 条</Text>
        </View>
      ))}
      {unsent > 0 && <Text className="cap crc-p">{`刚同意的 ${unsent} 条还没传上去，联网后会自动补上`}</Text>}
      <View className="crc-b">
        <Button
          text={refillWords(ids.length)}
          icon="plus"
          look="main"
          grow
          loading={busy}
          onTap={() => refill(state)}
        />
      </View>
    </Card>
  );
}
