import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { copy } from '@/platform/device';
import { confirm, toast } from '@/platform/feedback';
import { saveFile } from '@/platform/files';
import { wholeAddress } from '@/platform/media';
import { isH5 } from '@/platform/target';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { readCalendarFile, useCloseFeed, useOpenFeed } from './saves';
import './calendar-export.scss';

/** Ways out of here: a file, and an address that calendar programs read again by themselves. */
export function CalendarExport() {
  const openFeed = useOpenFeed();
  const closeFeed = useCloseFeed();
  const failed = (error: unknown) => toast(asApiError(error).message);
  const subscribe = async () => {
    const agreed = await confirm(
      '生成私人订阅地址？',
      '拿到地址的人都能看到你收藏的岗位和日期，不要发到群里。以前生成的地址会作废',
      '生成并复制',
    );
    if (!agreed) return;
    openFeed.mutate(undefined, {
      onSuccess: ({ url }) => copy(wholeAddress(url), '订阅地址已复制，到日历应用里“添加订阅”'),
      onError: failed,
    });
  };
  const revoke = () =>
    closeFeed.mutate(undefined, { onSuccess: () => toast('以前的订阅地址已作废'), onError: failed });
  return (
    <Card title="放进手机日历">
      <Text className="meta ce-t">
        {isH5
          ? '下载的文件用手机或电脑的日历打开；订阅的会自己更新'
          : '点上面每一项右边的日历，一项一项加进手机；也可以用日历应用订阅，会自己更新'}
      </Text>
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
        <Button text="复制订阅地址" icon="copy" grow loading={openFeed.isPending} onTap={subscribe} />
        <Button text="作废地址" look="quiet" loading={closeFeed.isPending} onTap={revoke} />
      </View>
    </Card>
  );
}
