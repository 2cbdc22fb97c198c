import type { ThreadSummary } from '@qihang/shared/threads/contract';
import {
  type ThreadCategory,
  threadCategories,
  threadCategoryNames,
} from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { BoardClosed } from '@/common/boards/board-closed';
import { useBoards, useKindOpen } from '@/common/boards/boards';
import { ThreadCard, ThreadSkeleton } from '@/features/threads/components/thread-card';
import { useThreadList } from '@/features/threads/hooks';
import { useNow } from '@/platform/clock';
import { addressOf, addressQuery, open, writeAddress } from '@/platform/navigation';
import { useShare, useShown } from '@/platform/page';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { Chip, Chips } from '@/ui/filter-bar';
import { FloatingAction } from '@/ui/floating-action';
import { Icon } from '@/ui/icon/icon';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { SearchLink } from '@/ui/search-bar';
import { StateView } from '@/ui/state-view';
import { TitleBar, TopBar } from '@/ui/top-bar';
import './index.scss';

const keyOf = ({ id }: ThreadSummary) => id;
const openThread = ({ id }: ThreadSummary) => {
  open('thread', { id });
};

export default function QuestionsPage() {
  const [category, setCategory] = useState<ThreadCategory | null>(
    () => threadCategories.find((one) => one === addressQuery().category?.[0]) ?? null,
  );
  const list = useThreadList(category);
  const boardsOpen = useKindOpen('thread');
  const now = useNow();
  useShare('有问题，问就业中心和学长学姐', addressOf('questions'));
  const write = () => writeAddress('questions', category === null ? {} : { category });
  useShown(write);
  useEffect(write, [category]);
  const renderItem = useCallback(
    (thread: ThreadSummary) => <ThreadCard thread={thread} now={now} onOpen={openThread} />,
    [now],
  );
  const ask = () => open('ask', category === null ? {} : { category });

  if (!boardsOpen || list.error?.code === 'resource.not-found')
    return (
      <PageFrame title="在线互动" tab="questions" header={<TitleBar title="问答" />}>
        <BoardClosed />
      </PageFrame>
    );

  const header = (
    <TopBar
      tone="card"
      below={
        <View className="qs-cats">
          <Chips>
            <Chip text="全部" on={category === null} onTap={() => setCategory(null)} />
            {threadCategories.map((one) => (
              <Chip
                key={one}
                text={threadCategoryNames[one]}
                on={category === one}
                onTap={() => setCategory(one)}
              />
            ))}
          </Chips>
        </View>
      }
    >
      <SearchLink hint="先搜搜有没有人问过" onTap={() => open('search')} />
    </TopBar>
  );
  return (
    <PageFrame title="在线互动" tab="questions" header={header}>
      <DutyLine />
      <PagedList
        list={list}
        what="问题"
        keyOf={keyOf}
        renderItem={renderItem}
        skeleton={<ThreadSkeleton />}
        ageOf={(since) => momentWords(since, now)}
        empty={
          <StateView
            icon="chat"
            title={category === null ? '还没有人提问' : `还没有人问${threadCategoryNames[category]}`}
            text="可以匿名问，值班的骨干和老师会答复"
            actions={<Button text="我来提问" look="main" onTap={ask} />}
          />
        }
        end={<ListEnd text="问题都看完了" actions={<Button text="没找到？去提问" onTap={ask} />} />}
      />
      <FloatingAction text="提问" onTap={ask} />
    </PageFrame>
  );
}

/** How fast answers come, from the board's own numbers. */
function DutyLine() {
  const { data } = useBoards();
  const minutes = data?.items.find(({ kind }) => kind === 'thread')?.activity.firstAnswerMinutes ?? null;
  return (
    <View className="qs-duty">
      <Icon name="clock" size={20} className="qs-duty-i" />
      <Text className="grow">
        可匿名提问，每个问题都有人值班
        {minutes !== null && '，通常 '}
        {minutes !== null && (
          <Text className="qs-duty-b">
            {minutes < 60 ? `${minutes} 分钟` : `${Math.ceil(minutes / 60)} 小时`}
          </Text>
        )}
        {minutes !== null && '内答复'}
      </Text>
    </View>
  );
}
