import type { Board } from '@qihang/shared/boards/contract';
import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { threadCategories, threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useCallback, useEffect } from 'react';
import { BoardClosed } from '@/common/boards/board-closed';
import { useBoardsOf } from '@/common/boards/boards';
import { ThreadCard, ThreadSkeleton } from '@/features/threads/components/thread-card';
import {
  changeThreadFilters,
  type ThreadFilters,
  threadQueryOf,
  useThreadFilters,
} from '@/features/threads/filters';
import { useThreadList } from '@/features/threads/hooks';
import { useNow } from '@/platform/clock';
import { addressOf, open, writeAddress } from '@/platform/navigation';
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
import { Tabs } from '@/ui/tabs';
import { TitleBar, TopBar } from '@/ui/top-bar';
import './index.scss';

const keyOf = ({ id }: ThreadSummary) => id;
const openThread = ({ id }: ThreadSummary) => {
  open('thread', { id });
};

export default function QuestionsPage() {
  const filters = useThreadFilters();
  const { board: slug, category } = filters;
  const list = useThreadList(filters);
  const boards = useBoardsOf('thread');
  const several = boards !== undefined && boards.length > 1;
  /** The board whose questions are shown; undefined where they are those of several. */
  const board =
    boards?.find((one) => one.slug === slug) ?? (several || slug !== '' ? undefined : boards?.[0]);
  const now = useNow();
  useShare('有问题，问就业中心和学长学姐', addressOf('questions'));
  const write = () => writeAddress('questions', threadQueryOf(filters));
  useShown(write);
  useEffect(write, [slug, category]);

  const nameOf = (one: string) => boards?.find((known) => known.slug === one)?.name;
  const names = several && slug === '' ? boards.map(({ name }) => name).join() : '';
  const renderItem = useCallback(
    (thread: ThreadSummary) => (
      <ThreadCard
        thread={thread}
        boardName={names === '' ? undefined : nameOf(thread.board)}
        now={now}
        onOpen={openThread}
      />
    ),
    [now, names],
  );
  const ask = () => open('ask', threadQueryOf(filters));
  const title = board?.name ?? '问答';

  const closed = boards?.length === 0 || (boards !== undefined && slug !== '' && board === undefined);
  if (closed || list.error?.code === 'resource.not-found')
    return (
      <PageFrame title={title} tab="questions" header={<TitleBar title="问答" />}>
        <BoardClosed
          others={
            slug !== '' && boards?.some((one) => one.slug !== slug)
              ? { text: '看其他问题', onTap: () => changeThreadFilters({ board: '' }) }
              : undefined
          }
        />
      </PageFrame>
    );

  const header = (
    <TopBar tone="card" below={<Filters filters={filters} boards={several ? boards : []} />}>
      <SearchLink hint="先搜搜有没有人问过" onTap={() => open('search')} />
    </TopBar>
  );
  return (
    <PageFrame title={title} tab="questions" header={header}>
      <DutyLine minutes={board?.activity.firstAnswerMinutes ?? null} />
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

/** The question boards, where there are several, and the categories within them. */
const Filters = ({ filters, boards }: { filters: ThreadFilters; boards: Board[] }) => (
  <View className="qs-filters">
    {boards.length > 0 && (
      <Tabs
        tabs={[
          { value: '', text: '全部栏目' },
          ...boards.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
        value={filters.board}
        onChange={(board) => changeThreadFilters({ board })}
      />
    )}
    <View className="qs-cats">
      <Chips>
        <Chip
          text="全部"
          on={filters.category === null}
          onTap={() => changeThreadFilters({ category: null })}
        />
        {threadCategories.map((category) => (
          <Chip
            key={category}
            text={threadCategoryNames[category]}
            on={filters.category === category}
            onTap={() => changeThreadFilters({ category })}
          />
        ))}
      </Chips>
    </View>
  </View>
);

/** How fast answers come on the board that is shown; several boards have no wait in common. */
const DutyLine = ({ minutes }: { minutes: number | null }) => (
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
