import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useNow } from '@/platform/clock';
import { usePageQuery } from '@/platform/navigation';
import { usePullDown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { Card, Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { BoardTabs } from '../../components/board-tabs';
import { KeepersOnly } from '../../components/keepers-only';
import { OverdueCard } from '../../components/overdue-card';
import { useOverdue } from '../../hooks';
import { statsWords } from '../../words';

/** 超时的问题: the longest first, and how answers came over the last days. */
export default function OverduePage() {
  const { board: asked } = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const [board, setBoard] = useState(asked);
  const overdue = useOverdue(board, signedIn);
  const now = useNow();
  usePullDown(() => overdue.refetch());
  return (
    <PageFrame title="超时的问题" section="me">
      <BoardTabs board={board} onChange={setBoard} />
      <KeepersOnly what="超时的问题" who="这个栏目的骨干和老师" error={overdue.error}>
        <DetailView query={overdue} what="超时的问题" ageOf={(since) => momentWords(since, now)}>
          {({ items, stats }) => (
            <Cards className="stack">
              {items.length === 0 ? (
                <StateView
                  icon="check-circle"
                  title="没有超时的问题"
                  text="到时间没答的会自动转人，并出现在这里"
                />
              ) : (
                items.map((thread) => <OverdueCard key={thread.id} thread={thread} now={now} />)
              )}
              <Card title={`最近 ${stats.days} 天`}>
                <Text className="meta">{statsWords(stats)}</Text>
              </Card>
            </Cards>
          )}
        </DetailView>
      </KeepersOnly>
    </PageFrame>
  );
}
