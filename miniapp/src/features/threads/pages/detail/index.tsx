import { View } from '@tarojs/components';
import { useReporting } from '@/common/reports/use-reporting';
import { useNow } from '@/platform/clock';
import { addressOf, usePageQuery } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { isSinglePage } from '@/platform/scene';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { NavBar } from '@/ui/top-bar';
import { Composer } from '../../components/composer';
import { ThreadBody } from '../../components/thread-body';
import { useThreadMenu } from '../../components/thread-menu';
import { useThread } from '../../thread-hooks';

export default function ThreadPage() {
  const { id } = usePageQuery();
  const query = useThread(id);
  const now = useNow();
  const { report, sheet: reporting } = useReporting();
  const thread = query.data;
  const { more, sheets } = useThreadMenu(thread);
  useShare(thread?.title ?? '问题', addressOf('thread', { id }));
  return (
    <PageFrame
      title={thread?.title ?? '问题'}
      section="questions"
      width="full"
      header={<NavBar title="问题" extra={more} />}
      actions={thread && !isSinglePage() ? <Composer thread={thread} /> : undefined}
    >
      <DetailView query={query} what="问题" ageOf={(since) => momentWords(since, now)}>
        {(found) => (
          <View className="stack cols-wide">
            <ThreadBody thread={found} now={now} onReport={report} />
          </View>
        )}
      </DetailView>
      {sheets}
      {reporting}
    </PageFrame>
  );
}
