import type { Me } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import { useSite } from '@/common/site/site';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { failureWords } from '@/platform/retrying';
import { isH5 } from '@/platform/target';
import { hasWechatSignIn } from '@/platform/wechat-sign-in';
import { Button } from '@/ui/button';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { leaveSignIn } from '../../arrival';
import { DemoPeople } from '../../components/demo-people';
import { PasswordForm } from '../../components/password-form';
import { useDemoSignIn, useWechatSignIn } from '../../sign-in';
import './index.scss';

export default function SignInPage() {
  const { data: site, error: siteError } = useSite();
  const demo = useDemoSignIn();
  const wechat = useWechatSignIn();
  const signedIn = ({ name }: Me) => {
    toast(`已登录：${name}`);
    leaveSignIn();
  };
  const withDemo = site !== undefined && site.demoAccounts.length > 0;
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
          {isH5 && <PasswordForm disabled={busy} onSignedIn={signedIn} />}
          {withDemo && (
            <DemoPeople
              site={site}
              disabled={busy}
              onPick={(account) => {
                wechat.reset();
                demo.mutate(account, { onSuccess: signedIn });
              }}
            />
          )}
          {siteError && !site && <Note tone="warm" icon="alert" text={failureWords(asApiError(siteError))} />}
          {!isH5 && !withDemo && !withWechat && site && (
            <StateView icon="user" title="暂时不能登录" text="学校还没有开通登录，请联系就业指导中心" />
          )}
        </View>
      </View>
    </PageFrame>
  );
}
