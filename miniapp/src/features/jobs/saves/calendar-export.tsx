import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { copy } from '@/platform/device';
import { confirm, toast } from '@/platform/feedback';
import { saveFile } from '@/platform/files';
import { wholeAddress } from '@/platform/media';
import { isH5 } from '@/platform/target';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { dateWords } from '@/ui/date-words';
import { readCalendarFile, useCloseFeed, useFeed, useOpenFeed } from './saves';
import './calendar-export.scss';

const loss = '拿到地址的人都能看到你收藏的岗位和日期，不要发到群里';

/** Ways out of here: a file, and an address that calendar programs read again by themselves. */
export function CalendarExport() {
  const now = useNow();
  const since = useFeed().data?.createdAt ?? null;
  const openFeed = useOpenFeed();
  const closeFeed = useCloseFeed();
  const failed = (error: unknown) => toast(asApiError(error).message);
  const subscribe = async () => {
    const agreed =
      since === null
        ? await confirm('生成私人订阅地址？', loss, '生成并复制')
        : await confirm(
            '换一个订阅地址？',
            `现在的地址马上作废，日历应用要重新订阅。${loss}`,
            '换一个并复制',
          );
    if (!agreed) return;
    openFeed.mutate(undefined, {
      onSuccess: ({ url }) => copy(wholeAddress(url), '订阅地址已复制，到日历应用里“添加订阅”'),
      onError: failed,
    });
  };
  const revoke = () =>
    closeFeed.mutate(undefined, { onSuccess: () => toast('订阅地址已作废'), onError: failed });
  return (
    <Card title="放进手机日历">
      <Text className="meta ce-t">
        {isH5
          ? '下载的文件用手机或电脑的日历打开；订阅的会自己更新'
          : '点上面每一项右边的日历，一项一项加进手机；也可以用日历应用订阅，会自己更新'}
      </Text>
      {since !== null && (
        <Text className="meta ce-t">
          {`订阅地址生成于${dateWords(new Date(since), now)}，不会再显示；忘了就换一个。退出所有设备、注销时它也会作废`}
        </Text>
      )}
      <View className="ce">
        {isH5 && (
          <Button
            text="下载日历文件"
            icon="download"
            grow
            onTap={() =>
              readCalendarFile().then((text) => saveFile('启航截止日历.ics', text, 'text/calendar'), failed)
            }
          />
        )}
        <Button
          text={since === null ? '生成订阅地址' : '换一个地址'}
          icon="copy"
          grow
          loading={openFeed.isPending}
          onTap={subscribe}
        />
        {since !== null && (
          <Button text="作废地址" look="quiet" loading={closeFeed.isPending} onTap={revoke} />
        )}
      </View>
    </Card>
  );
}
