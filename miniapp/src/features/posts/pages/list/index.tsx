import type { PostSummary } from '@qihang/shared/posts/contract';
import { useCallback } from 'react';
import { BoardClosed } from '@/common/boards/board-closed';
import { useBoard } from '@/common/boards/boards';
import { FollowBoard } from '@/common/follows/follow-board';
import { useNow } from '@/platform/clock';
import { addressOf, open, usePageQuery } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { FloatingAction } from '@/ui/floating-action';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { StateView } from '@/ui/state-view';
import { PostCard, PostSkeleton } from '../../components/post-card';
import { usePostList } from '../../hooks';

const keyOf = ({ id }: PostSummary) => id;
const openPost = ({ id }: PostSummary) => {
  open('post', { id });
};

export default function PostsPage() {
  const { board: slug } = usePageQuery();
  const board = useBoard(slug);
  const list = usePostList(slug);
  const now = useNow();
  const title = board?.name ?? '文章';
  useShare(title, addressOf('posts', { board: slug }));
  const renderItem = useCallback(
    (post: PostSummary) => <PostCard post={post} now={now} onOpen={openPost} />,
    [now],
  );
  if (list.error?.code === 'resource.not-found')
    return (
      <PageFrame title={title} section="home">
        <BoardClosed />
      </PageFrame>
    );
  const canPost = board?.viewer.can.includes('post') ?? false;
  return (
    <PageFrame title={title} section="home">
      {board && <FollowBoard slug={board.slug} />}
      <PagedList
        list={list}
        what="文章"
        keyOf={keyOf}
        renderItem={renderItem}
        skeleton={<PostSkeleton />}
        ageOf={(since) => momentWords(since, now)}
        empty={
          <StateView
            title="还没有文章"
            text={canPost ? '写下第一篇，帮到后来的同学' : '想了解什么，可以先提问'}
            actions={
              canPost ? (
                <Button text="写文章" look="main" onTap={() => open('postForm', { board: slug })} />
              ) : (
                <Button text="去提问" onTap={() => open('ask')} />
              )
            }
          />
        }
        end={<ListEnd text="这个栏目的文章都看完了" />}
      />
      {canPost && <FloatingAction text="写文章" onTap={() => open('postForm', { board: slug })} />}
    </PageFrame>
  );
}
