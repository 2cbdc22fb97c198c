import type { OpenSession } from '@qihang/shared/session/contract';
import type { SessionKind } from '@qihang/shared/session/vocabulary';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { confirm, toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Icon } from '@/ui/icon/icon';
import { Tag } from '@/ui/tag';
import { useSessions, useSignOutEverywhere } from '../security';

const kinds: Record<SessionKind, string> = {
  wechat: '微信小程序',
  browser: '网页',
  program: '其他程序',
};

const Device = ({ session, now }: { session: OpenSession; now: Date }) => (
  <View className="sec-d">
    <Icon name="user" size={20} />
    <View className="grow">
      <Text className="sec-n">{session.device ?? kinds[session.via]}</Text>
      <Text className="cap sec-b">
        {session.device && `${kinds[session.via]} · `}
        {momentWords(new Date(session.startedAt), now)} 登录
      </Text>
    </View>
    {session.current && <Tag text="这台" />}
  </View>
);

/** Where one is signed in, and the way out of all of it: for a lost phone or a computer in the library. */
export function Devices() {
  const now = useNow();
  const sessions = useSessions(true);
  const everywhere = useSignOutEverywhere();
  const leave = async () => {
    if (
      !(await confirm(
        '退出所有设备？',
        '这台也会退出，日历的订阅地址也会作废；草稿还在，用密码或微信再登录就行',
        '全部退出',
      ))
    )
      return;
    // Awaited, since this card is gone with the session, and with it what it would still have done.
    try {
      await everywhere.mutateAsync();
      toast('已退出所有设备');
      open('me');
    } catch (error) {
      toast(asApiError(error).message);
    }
  };
  return (
    <DetailView query={sessions} what="设备" ageOf={(since) => momentWords(since, now)}>
      {({ items }) => (
        <View className="cards">
          <Card title="已登录的设备">
            {items.map((session) => (
              <Device
                key={`${session.startedAt} ${session.device} ${session.current}`}
                session={session}
                now={now}
              />
            ))}
          </Card>
          <View className="sec-w">
            <Button
              text="退出所有设备"
              icon="log-out"
              look="danger"
              tall
              loading={everywhere.isPending}
              onTap={leave}
            />
          </View>
        </View>
      )}
    </DetailView>
  );
}
