import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { back, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { CareForm } from '../../components/care-form';
import { useCareSettings } from '../../hooks';

export default function CareSettingsPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const settings = useCareSettings(signedIn);
  const refused = settings.error !== null && asApiError(settings.error).code === 'action.forbidden';
  const now = useNow();
  if (signedIn && settings.data && !refused) return <CareForm settings={settings.data} />;
  return (
    <PageFrame title="关怀联系方式" section="me">
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后填写关怀联系方式"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="只有管理员能填写关怀联系方式"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <DetailView query={settings} what="关怀联系方式" ageOf={(since) => momentWords(since, now)}>
          {() => null}
        </DetailView>
      )}
    </PageFrame>
  );
}
