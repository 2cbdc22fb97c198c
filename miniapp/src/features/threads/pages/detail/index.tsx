import { View } from '@tarojs/components';
import { useState } from 'react';
import { Moderate, type ModerationAct } from '@/common/content/moderate';
import { useReporting } from '@/common/reports/use-reporting';
import { useNow } from '@/platform/clock';
import { addressOf, usePageQuery } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { useSession } from '@/platform/session';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Icon } from '@/ui/icon/icon';
import { type MenuItem, MenuSheet } from '@/ui/menu-sheet';
import { PageFrame } from '@/ui/page-frame';
import { Tap } from '@/ui/tap';
import { NavBar } from '@/ui/top-bar';
import { Composer } from '../../components/composer';
import { Answers, Question } from '../../components/thread-view';
import { root, useThread } from '../../hooks';

export default function ThreadPage() {
  const { id } = usePageQuery();
  const query = useThread(id);
  const now = useNow();
  const { report, sheet: reporting } = useReporting();
  const [sheet, setSheet] = useState<'menu' | ModerationAct | null>(null);
  const thread = query.data;
  useShare(thread?.title ?? '问题', addressOf('thread', { id }));
  const close = () => setSheet(null);

  const menu: Partial<Record<string, MenuItem>> = {
    hide: { icon: 'eye-off', text: '下架这个问题', run: () => setSheet('hide') },
    restore: { icon: 'eye', text: '恢复显示', run: () => setSheet('restore') },
    mute: {
      icon: 'minus',
      text: '禁言提问者',
      run: () => setSheet(thread?.viewer.can.includes('mute-long') ? 'mute-long' : 'mute'),
    },
  };
  const items = (thread?.viewer.can ?? []).flatMap((action) => menu[action] ?? []);
  const more = items.length > 0 && (
    <Tap className="tb-b" label="管理" onTap={() => setSheet('menu')}>
      <Icon name="more" />
    </Tap>
  );
  // A visitor writes first and signs in at the end, and so does who is not verified yet.
  const signedIn = useSession(({ token }) => token !== null);
  const can = thread?.viewer.can ?? [];
  const canAnswer = thread !== undefined && (!signedIn || can.includes('answer') || can.includes('verify'));
  return (
    <PageFrame
      title={thread?.title ?? '问题'}
      section="questions"
      header={<NavBar title="问题" extra={more} />}
      actions={canAnswer ? <Composer threadId={thread.id} hint="写回答，帮到有同样疑问的人" /> : undefined}
    >
      <DetailView query={query} what="问题" ageOf={(since) => momentWords(since, now)}>
        {(found) => (
          <View className="stack">
            <View className="cards">
              <Question
                thread={found}
                now={now}
                onReport={() => report({ type: 'thread', id: found.id, noun: '问题' })}
              />
              <Answers
                thread={found}
                now={now}
                onReport={(answerId) => report({ type: 'answer', id: answerId, noun: '回答' })}
              />
            </View>
          </View>
        )}
      </DetailView>
      {reporting}
      <MenuSheet open={sheet === 'menu'} title="管理问题" items={items} onClose={close} />
      {thread && (
        <Moderate
          type="thread"
          id={thread.id}
          root={root}
          noun="问题"
          asking={sheet === 'menu' ? null : sheet}
          onClose={close}
        />
      )}
    </PageFrame>
  );
}
