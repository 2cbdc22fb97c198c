import type { Me } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import { toast } from '@/platform/feedback';
import { openInstead } from '@/platform/navigation';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Tap } from '@/ui/tap';
import { leaveSignIn } from '../../arrival';
import { ActivationForm } from '../../components/activation-form';
import './index.scss';

/** Takes the place of the sign-in page, so that it leaves to where one was, just like that. */
export default function ActivationPage() {
  const signedIn = ({ name }: Me) => {
    toast(`账号已激活，已登录：${name}`);
    leaveSignIn();
  };
  return (
    <PageFrame title="首次使用" section="me">
      <View className="stack">
        <View className="cards">
          <View className="ac-h">
            <Text className="ac-t">激活账号</Text>
            <Text className="meta">和学校名册核对一次，同时完成身份认证；以后用学号和密码登录</Text>
          </View>
          <ActivationForm onSignedIn={signedIn} />
          <Tap className="ac-f" label="已有密码，去登录" onTap={() => openInstead('signIn')}>
            <Text>已有密码，去登录</Text>
          </Tap>
          <Note icon="shield" text="学号只有你和管理名册的老师看得到，不会显示给同学" />
          <Card title="对不上怎么办">
            <Text className="meta ac-p">
              学号和姓名以学籍为准，刚改过名的用新名字。没有邀请码，或几次都对不上，请联系辅导员或就业指导老师。
            </Text>
            <Text className="meta ac-p">
              在微信小程序里认证过的，账号已经有了：在小程序设置里的“登录与安全”设好密码，再到这里登录。
            </Text>
          </Card>
        </View>
      </View>
    </PageFrame>
  );
}
