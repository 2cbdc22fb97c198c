import type { Desk } from '@qihang/shared/desk/contract';
import { View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { signInFirst } from '@/platform/navigation';
import { usePullDown, useShown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { useWide } from '@/platform/window';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { NavBar } from '@/ui/top-bar';
import { BarActs } from '../../components/desk-acts';
import { DeskSkeleton } from '../../components/desk-skeleton';
import { DeskView } from '../../components/desk-view';
import { NoDesk } from '../../components/no-desk';
import { useDesk, useReadDeskAgain } from '../../hooks';

export default function DeskPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const query = useDesk(signedIn);
  const readAgain = useReadDeskAgain();
  const wide = useWide();
  const now = useNow();
  const error = query.error ? asApiError(query.error) : null;
  usePullDown(readAgain);
  // What was done on another page is on the desk when one comes back to it.
  useShown(() => {
    readAgain();
  });
  const acts = wide && query.data ? <BarActs can={query.data.viewer.can} /> : undefined;
  return (
    <PageFrame
      title="工作台"
      section="me"
      width="full"
      header={<NavBar title="工作台" tone={wide ? 'card' : 'page'} extra={acts} />}
    >
      {!signedIn ? (
        <StateView
          icon="grid"
          title="登录后打开工作台"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : error?.code === 'action.forbidden' ? (
        <NoDesk text={error.message} />
      ) : query.data === undefined && !error ? (
        <DeskSkeleton />
      ) : (
        <View className="stack">
          <DetailView query={query} what="工作台" ageOf={(since) => momentWords(since, now)}>
            {(desk: Desk) => <DeskView desk={desk} now={now} wide={wide} />}
          </DetailView>
        </View>
      )}
    </PageFrame>
  );
}
