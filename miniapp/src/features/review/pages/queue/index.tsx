import { type QueueState, queueStateNames, queueStates } from '@qihang/shared/cases/vocabulary';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { signInFirst, usePageQuery, writeAddress } from '@/platform/navigation';
import { useShown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { useWide } from '@/platform/window';
import { Button } from '@/ui/button';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Tabs } from '@/ui/tabs';
import { NavBar } from '@/ui/top-bar';
import { QueueView } from '../../components/queue-view';
import { type Counts, useReadQueueAgain } from '../../hooks';
import './index.scss';

const order: readonly QueueState[] = ['pending', 'reported', 'appealed', 'approved', 'returned'];
const isState = (text: string | undefined): text is QueueState => queueStates.some((state) => state === text);

/** What waits for a decision on my boards, urgent first; nobody meets a piece of their own here. */
export default function QueuePage() {
  const query = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const wide = useWide();
  const [state, setState] = useState<QueueState>(isState(query.state) ? query.state : 'pending');
  const [counts, setCounts] = useState<Counts>();
  const readAgain = useReadQueueAgain();
  useShown(() => {
    readAgain();
  });
  useEffect(() => writeAddress('review', { state }), [state]);
  const tabs = (
    <Tabs
      tabs={order.map((value) => ({
        value,
        text: counts ? `${queueStateNames[value]} ${counts[value]}` : queueStateNames[value],
      }))}
      value={state}
      onChange={setState}
    />
  );
  return (
    <PageFrame
      title="审核"
      section="me"
      width="full"
      header={<NavBar title="审核" tone="card" below={tabs} />}
    >
      {signedIn ? (
        <View className="rq">
          <QueueView
            key={state}
            state={state}
            first={state === query.state || query.state === undefined ? query.id : undefined}
            wide={wide}
            onCounts={setCounts}
          />
        </View>
      ) : (
        <StateView
          icon="shield"
          title="登录后审核"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}
