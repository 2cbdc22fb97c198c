import { documentNames, documentTitles } from '@qihang/shared/consents/vocabulary';
import { Text, View } from '@tarojs/components';
import { confirm, toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { chooseReading, type TextSize, type Theme, useReading } from '@/platform/reading';
import { useSession } from '@/platform/session';
import { isWeapp } from '@/platform/target';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/filter-bar';
import { ListRow, ListRows } from '@/ui/list-row';
import { PageFrame } from '@/ui/page-frame';
import { useSignOut } from '../../sign-in';
import './index.scss';

const sizes: { value: TextSize; text: string }[] = [
  { value: 'system', text: isWeapp ? '跟随微信' : '默认' },
  { value: 'normal', text: '标准' },
  { value: 'large', text: '大' },
  { value: 'larger', text: '特大' },
];
const themes: { value: Theme; text: string }[] = [
  { value: 'system', text: '跟随系统' },
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
];

export default function SettingsPage() {
  const { text, theme } = useReading();
  const signedIn = useSession(({ token }) => token !== null);
  const signOut = useSignOut();
  const leave = async () => {
    if (!(await confirm('退出登录？', '这台手机上存的列表和文章会清除，草稿保留', '退出'))) return;
    signOut.mutate(undefined, {
      onSuccess: () => {
        toast('已退出登录');
        open('me');
      },
      onError: () => toast('没有连上服务器，还没有退出，请联网后再试'),
    });
  };
  return (
    <PageFrame title="设置" section="me">
      <View className="stack">
        <View className="cards">
          <Card title="字号">
            <View className="set-c">
              {sizes
                .filter(({ value }) => isWeapp || value !== 'system')
                .map((size) => (
                  <Chip
                    key={size.value}
                    text={size.text}
                    on={text === size.value || (!isWeapp && text === 'system' && size.value === 'normal')}
                    onTap={() => chooseReading({ text: size.value })}
                  />
                ))}
            </View>
            <Text className="set-s">签三方前，先核对这 3 件事。正文会按这个大小显示。</Text>
          </Card>
          <Card title="深色">
            <View className="set-c">
              {themes.map((one) => (
                <Chip
                  key={one.value}
                  text={one.text}
                  on={theme === one.value}
                  onTap={() => chooseReading({ theme: one.value })}
                />
              ))}
            </View>
          </Card>
          {signedIn && (
            <ListRows>
              <ListRow icon="shield" text="我的数据" note="查看、导出、更正" onTap={() => open('myData')} />
              <ListRow icon="user" text="注销账号" onTap={() => open('leave')} />
            </ListRows>
          )}
          <ListRows>
            {documentNames.map((name) => (
              <ListRow
                key={name}
                icon="file"
                text={documentTitles[name]}
                onTap={() => open('document', { name })}
              />
            ))}
          </ListRows>
          {signedIn && (
            <ListRows>
              <ListRow
                icon="shield"
                text="登录与安全"
                note="密码、已登录的设备"
                onTap={() => open('security')}
              />
            </ListRows>
          )}
          {signedIn && (
            <Button
              text="退出登录"
              icon="log-out"
              look="danger"
              tall
              loading={signOut.isPending}
              onTap={leave}
            />
          )}
        </View>
      </View>
    </PageFrame>
  );
}
