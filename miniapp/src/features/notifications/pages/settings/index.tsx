import {
  type NotificationSettings,
  notificationSwitches,
  notificationSwitchHints,
  notificationSwitchNames,
} from '@qihang/shared/notifications/settings';
import { Text } from '@tarojs/components';
import { useNow } from '@/platform/clock';
import { signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { CreditsCard } from '../../components/credits-card';
import { QuietCard } from '../../components/quiet-card';
import { FixedRow, SwitchRow } from '../../components/switch-row';
import { useChangeSettings, useSettings } from '../../hooks';
import './index.scss';

export default function MessageSettingsPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const settings = useSettings(signedIn);
  const now = useNow();
  return (
    <PageFrame title="消息设置" section="me">
      {signedIn ? (
        <DetailView query={settings} what="消息设置" ageOf={(since) => momentWords(since, now)}>
          {(data) => <Settings settings={data} now={now} />}
        </DetailView>
      ) : (
        <StateView
          icon="bell"
          title="登录后设置消息"
          text="收哪些消息、夜里响不响，都由你定"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

function Settings({ settings, now }: { settings: NotificationSettings; now: Date }) {
  const { mutate: change } = useChangeSettings();
  return (
    <Cards className="stack">
      <CreditsCard now={now} />
      <QuietCard settings={settings} onChange={change} />
      <Text className="meta ms-g">收哪些消息</Text>
      <Card className="ms-c">
        {notificationSwitches.map((name) => (
          <SwitchRow
            key={name}
            text={notificationSwitchNames[name]}
            hint={notificationSwitchHints[name]}
            on={settings.switches[name]}
            onChange={(on) => change({ switches: { [name]: on } })}
          />
        ))}
        <FixedRow text="必读通知、审核和举报结果" note="一直会收" />
      </Card>
    </Cards>
  );
}
