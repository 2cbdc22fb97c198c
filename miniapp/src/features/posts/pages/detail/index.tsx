import { View } from '@tarojs/components';
import { useBoard } from '@/common/boards/boards';
import { LifeNote } from '@/common/content/life-note';
import { useNow } from '@/platform/clock';
import { addressOf, usePageQuery } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { isSinglePage } from '@/platform/scene';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { NavBar } from '@/ui/top-bar';
import { Article } from '../../components/article';
import { PostActions } from '../../components/post-actions';
import { usePost } from '../../hooks';

export default function PostPage() {
  const { id } = usePageQuery();
  const query = usePost(id);
  const now = useNow();
  const post = query.data;
  const board = useBoard(post?.board);
  useShare(post?.title ?? '文章', addressOf('post', { id }));
  return (
    <PageFrame
      title={post?.title ?? '文章'}
      section="home"
      header={<NavBar title={board?.name ?? '文章'} tone="card" />}
      actions={post && !isSinglePage() && <PostActions post={post} />}
    >
      <DetailView query={query} what="文章" ageOf={(since) => momentWords(since, now)}>
        {(found) => {
          const updated = Date.parse(found.updatedAt) - Date.parse(found.publishedAt) > 60_000;
          return (
            <View>
              <LifeNote life={found.life} reason={found.hiddenReason} />
              <Article
                {...found}
                date={new Date(updated ? found.updatedAt : found.publishedAt)}
                updated={updated}
                now={now}
              />
            </View>
          );
        }}
      </DetailView>
    </PageFrame>
  );
}
