import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { leaveSignIn } from '@/platform/arrival';
import { toast } from '@/platform/feedback';
import { useSite } from '@/platform/site';
import { hasWechatSignIn } from '@/platform/wechat-sign-in';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { useDemoSignIn, useWechatSignIn } from '../../hooks';
import './index.scss';

export default function SignInPage() {
  const { data: site, isPending } = useSite();
  const demo = useDemoSignIn();
  const wechat = useWechatSignIn();
  const signedIn = ({ user }: { user: { name: string } }) => {
    toast(`已登录：${user.name}`);
    leaveSignIn();
  };
  const accounts = site?.demoAccounts ?? [];
  const withWechat = site?.wechatSignIn === true && hasWechatSignIn();
  const error = wechat.error ?? demo.error;
  const busy = wechat.isPending || demo.isPending;
  return (
    <PageFrame title="登录" section="me">
      <View className="stack">
        <View className="cards">
          <View className="si-h">
            <Text className="si-t">登录后可以提问、回答和发布</Text>
            <Text className="meta">看岗位、看文章不需要登录</Text>
          </View>
          {error && <Note tone="red" icon="alert" text={asApiError(error).message} />}
          {withWechat && (
            <View className="si-w">
              <Button
                text="微信登录"
                look="main"
                tall
                loading={wechat.isPending}
                disabled={busy}
                onTap={() => {
                  demo.reset();
                  wechat.mutate(undefined, { onSuccess: signedIn });
                }}
              />
            </View>
          )}
          {accounts.length > 0 && (
            <Card title="选一个演示身份">
              {accounts.map(({ account, name, about }) => (
                <Tap
                  key={account}
                  className="si-a"
                  label={`${name}，${about}`}
                  disabled={busy}
                  onTap={() => {
                    wechat.reset();
                    demo.mutate(account, { onSuccess: signedIn });
                  }}
                >
                  <Avatar name={name} />
                  <View className="grow">
                    <Text className="si-n">{name}</Text>
                    <Text className="cap si-b">{about}</Text>
                  </View>
                  <Icon name="chevron-right" size={16} />
                </Tap>
              ))}
            </Card>
          )}
          {accounts.length === 0 && !withWechat && !isPending && (
            <StateView
              icon="user"
              title="暂时不能登录"
              text={site?.wechatSignIn ? '请在微信小程序里登录' : '学校还没有开通登录，请联系就业指导中心'}
            />
          )}
          {accounts.length > 0 && <Note text="演示环境里的人都是虚构的，数据会定期重置" />}
        </View>
      </View>
    </PageFrame>
  );
}
