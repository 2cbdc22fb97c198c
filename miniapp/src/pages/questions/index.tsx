import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { BoardClosed } from '@/common/boards/board-closed';
import { useBoardsOf } from '@/common/boards/boards';
import { useUnread } from '@/common/inbox/inbox';
import { DutyLine } from '@/features/threads/components/duty-line';
import { ThreadCard, ThreadSkeleton } from '@/features/threads/components/thread-card';
import { CategoryChips, TabRow } from '@/features/threads/components/thread-filters';
import { ThreadPane } from '@/features/threads/components/thread-pane';
import {
  changeThreadFilters,
  type ThreadFilters,
  threadQueryOf,
  useThreadFilters,
} from '@/features/threads/filters';
import { isPersonal, useThreadCounts, useThreadList } from '@/features/threads/hooks';
import { useNow } from '@/platform/clock';
import { addressOf, addressQuery, open, signInFirst, writeAddress } from '@/platform/navigation';
import { useShare, useShown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { useWide } from '@/platform/window';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { FloatingAction } from '@/ui/floating-action';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { SearchLink } from '@/ui/search-bar';
import { SplitView } from '@/ui/split-view';
import { StateView } from '@/ui/state-view';
import { TitleBar, TopBar } from '@/ui/top-bar';
import './index.scss';

const keyOf = ({ id }: ThreadSummary) => id;

export default function QuestionsPage() {
  useUnread();
  const filters = useThreadFilters();
  const { board: slug, category, tab } = filters;
  const list = useThreadList(filters);
  const counts = useThreadCounts(filters);
  const signedIn = useSession(({ token }) => token !== null);
  const boards = useBoardsOf('thread');
  const several = boards !== undefined && boards.length > 1;
  /** The board whose questions are shown; undefined where they are those of several. */
  const board =
    boards?.find((one) => one.slug === slug) ?? (several || slug !== '' ? undefined : boards?.[0]);
  const now = useNow();
  const wide = useWide();
  const [selected, setSelected] = useState<string | undefined>(() => addressQuery().id?.[0]);
  useShare('有问题，问就业中心和学长学姐', addressOf('questions'));

  const address = { ...threadQueryOf(filters), ...(wide && selected ? { id: selected } : {}) };
  const write = () => writeAddress('questions', address);
  useShown(write);
  useEffect(write, [JSON.stringify(address)]);

  const nameOf = (one: string) => boards?.find((known) => known.slug === one)?.name;
  const names = several && slug === '' ? boards.map(({ name }) => name).join() : '';
  const openThread = useCallback(
    ({ id }: ThreadSummary) => {
      if (wide) setSelected(id);
      else open('thread', { id });
    },
    [wide],
  );
  const shown = wide ? (selected ?? list.pages[0]?.items[0]?.id) : undefined;
  const renderItem = useCallback(
    (thread: ThreadSummary) => (
      <ThreadCard
        thread={thread}
        boardName={names === '' ? undefined : nameOf(thread.board)}
        selected={thread.id === shown}
        now={now}
        onOpen={openThread}
      />
    ),
    [now, names, shown, openThread],
  );
  const ask = () =>
    open('ask', { ...(slug === '' ? {} : { board: slug }), ...(category ? { category } : {}) });
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

  const tabs = <TabRow tab={tab} counts={counts} />;
  const chips = <CategoryChips filters={filters} boards={several ? boards : []} />;
  const questions = (
    <View>
      {wide ? <View className="qs-tabs">{tabs}</View> : <View className="qs-cats">{chips}</View>}
      {!wide && <DutyLine board={board} />}
      {isPersonal(filters) && !signedIn ? (
        <StateView
          icon="user"
          title={tab === 'mine' ? '登录后看你问过的' : '登录后看你关注的'}
          text={tab === 'mine' ? '还在待审的也在这里' : '有新回答会告诉你'}
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : (
        <PagedList
          list={list}
          what="问题"
          keyOf={keyOf}
          renderItem={renderItem}
          skeleton={<ThreadSkeleton />}
          ageOf={(since) => momentWords(since, now)}
          empty={<NoThreads filters={filters} waiting={counts?.waiting ?? 0} onAsk={ask} />}
          end={<ListEnd text="问题都看完了" actions={<Button text="没找到？去提问" onTap={ask} />} />}
        />
      )}
    </View>
  );
  const header = (
    <TopBar
      tone="card"
      below={
        wide ? (
          <View className="qs-wide">
            <View className="grow">{chips}</View>
            <DutyLine board={board} short />
            <Button text="提问" icon="pencil" look="main" onTap={ask} />
          </View>
        ) : (
          tabs
        )
      }
    >
      <SearchLink hint="先搜搜有没有人问过" onTap={() => open('search')} />
    </TopBar>
  );
  return (
    <PageFrame title={title} tab="questions" header={header} width="full">
      {wide ? <SplitView list={questions} pane={<ThreadPane id={shown} />} /> : questions}
      {!wide && <FloatingAction text="提问" onTap={ask} />}
    </PageFrame>
  );
}

interface NoneProps {
  filters: ThreadFilters;
  /** How many wait for an answer with the same filters. */
  waiting: number;
  onAsk: () => void;
}

/** Why a tab is empty, and the way on. */
function NoThreads({ filters: { tab, category }, waiting, onAsk }: NoneProps) {
  const ask = <Button text="我来提问" look="main" onTap={onAsk} />;
  const answered = <Button text="看有答案的" onTap={() => changeThreadFilters({ tab: 'answered' })} />;
  const about = category === null ? '' : threadCategoryNames[category];
  if (tab === 'waiting')
    return (
      <StateView
        icon="check-circle"
        title={about === '' ? '都有人回答了' : `${about}的问题都有人回答了`}
        text="问一个，值班的骨干和老师会答复"
        actions={
          <>
            {ask}
            {answered}
          </>
        }
      />
    );
  if (tab === 'mine')
    return <StateView icon="chat" title="你还没有提过问" text="可以匿名问，同学认不出你" actions={ask} />;
  if (tab === 'following')
    return (
      <StateView
        icon="bell"
        title="还没有关注的问题"
        text="打开一个问题，点“关注”，有新回答会告诉你"
        actions={answered}
      />
    );
  return (
    <StateView
      icon="chat"
      title={waiting > 0 ? '还没有回答过的问题' : about === '' ? '还没有人提问' : `还没有人问${about}`}
      text="可以匿名问，值班的骨干和老师会答复"
      actions={
        <>
          {ask}
          {waiting > 0 && (
            <Button text={`看等回答的 ${waiting} 个`} onTap={() => changeThreadFilters({ tab: 'waiting' })} />
          )}
        </>
      }
    />
  );
}
