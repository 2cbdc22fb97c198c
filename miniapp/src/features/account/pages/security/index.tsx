import { View } from '@tarojs/components';
import { useMe } from '@/common/account/me';
import { signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Devices } from '../../components/devices';
import { NewPasswordForm } from '../../components/new-password-form';
import './index.scss';

export default function SecurityPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const { data: me } = useMe();
  return (
    <PageFrame title="登录与安全" section="me">
      {signedIn ? (
        <View className="stack">
          <View className="cards">
            {me && <NewPasswordForm me={me} />}
            <Devices />
          </View>
        </View>
      ) : (
        <StateView
          icon="user"
          title="登录后管理密码和设备"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}
