import { View } from '@tarojs/components';
import { useReporting } from '@/common/reports/use-reporting';
import { useNow } from '@/platform/clock';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Pane } from '@/ui/split-view';
import { StateView } from '@/ui/state-view';
import { useThread } from '../thread-hooks';
import { Composer } from './composer';
import { ThreadBody } from './thread-body';
import { useThreadMenu } from './thread-menu';
import './thread-pane.scss';

/** The question chosen in a list, beside it on wide windows. */
export function ThreadPane({ id }: { id: string | undefined }) {
  const query = useThread(id);
  const now = useNow();
  const { report, sheet: reporting } = useReporting();
  const { more, sheets } = useThreadMenu(query.data);
  if (id === undefined) return <StateView icon="chat" title="选一个问题" text="点左边的问题，在这里看回答" />;
  return (
    <>
      <Pane actions={query.data && <Composer key={id} thread={query.data} />}>
        <DetailView query={query} what="问题" ageOf={(since) => momentWords(since, now)}>
          {(thread) => (
            <View className="tp">
              {more && <View className="tp-more">{more}</View>}
              <ThreadBody thread={thread} now={now} onReport={report} />
            </View>
          )}
        </DetailView>
      </Pane>
      {sheets}
      {reporting}
    </>
  );
}
