import { View } from '@tarojs/components';
import { useBoard } from '@/common/boards/boards';
import { PieceMarks } from '@/common/content/piece-marks';
import { ReportAct } from '@/common/reports/report-act';
import { useReporting } from '@/common/reports/use-reporting';
import { useArrival } from '@/common/sharing/arrival';
import { cardAddress } from '@/common/sharing/pictures';
import { useNow } from '@/platform/clock';
import { addressOf } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { isSinglePage } from '@/platform/scene';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { NavBar } from '@/ui/top-bar';
import { Article } from '../../components/article';
import { AuthorNote } from '../../components/author-note';
import { FeedbackCard } from '../../components/feedback-card';
import { ReadNote } from '../../components/must-read';
import { PostActions } from '../../components/post-actions';
import { PostNote } from '../../components/post-note';
import { usePost } from '../../hooks';

export default function PostPage() {
  const { id } = useArrival('post');
  const query = usePost(id);
  const now = useNow();
  const { report, sheet } = useReporting();
  const post = query.data;
  const board = useBoard(post?.board);
  useShare(post?.title ?? '文章', addressOf('post', { id }), id && cardAddress('post', id));
  return (
    <PageFrame
      title={post?.title ?? '文章'}
      section="home"
      header={<NavBar title={board?.name ?? '文章'} tone="card" />}
      tallActions={post?.viewer.can.includes('appeal') ?? false}
      actions={post && !isSinglePage() && <PostActions post={post} />}
    >
      <DetailView query={query} what="文章" ageOf={(since) => momentWords(since, now)}>
        {(found) => {
          const updated = Date.parse(found.updatedAt) - Date.parse(found.publishedAt) > 60_000;
          return (
            <View>
              <PostNote post={found} now={now} />
              {found.mustRead && <ReadNote mustRead={found.mustRead} now={now} />}
              {found.feedback && <AuthorNote id={found.id} feedback={found.feedback} />}
              <PieceMarks piece={found}>
                <Article
                  {...found}
                  outdated={found.feedback?.possiblyOutdated ?? false}
                  date={new Date(updated ? found.updatedAt : found.publishedAt)}
                  updated={updated}
                  now={now}
                />
              </PieceMarks>
              {found.feedback && !isSinglePage() && <FeedbackCard id={found.id} feedback={found.feedback} />}
              {found.viewer.can.includes('report') && !isSinglePage() && (
                <ReportAct noun="文章" onTap={() => report({ type: 'post', id: found.id, noun: '文章' })} />
              )}
            </View>
          );
        }}
      </DetailView>
      {sheet}
    </PageFrame>
  );
}
