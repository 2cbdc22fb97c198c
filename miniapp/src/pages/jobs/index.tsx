import type { JobSummary } from '@qihang/shared/jobs/contract';
import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { BoardClosed } from '@/common/boards/board-closed';
import { useBoardsOf, useKindOpen } from '@/common/boards/boards';
import { useUnread } from '@/common/inbox/inbox';
import { changeFilters, noFilters, queryOf, useJobFilters } from '@/features/jobs/browse/filters';
import { useJobList } from '@/features/jobs/browse/hooks';
import { JobCard, JobSkeleton } from '@/features/jobs/browse/job-card';
import { JobChips, JobFilterBar, type JobSheet, JobSorting } from '@/features/jobs/browse/job-filter-bar';
import { JobSheets } from '@/features/jobs/browse/job-filter-sheet';
import { JobPane } from '@/features/jobs/browse/job-pane';
import { FollowFilter } from '@/features/jobs/follows/follow-filter';
import { useNow } from '@/platform/clock';
import { addressOf, addressQuery, open, writeAddress } from '@/platform/navigation';
import { useShare, useShown } from '@/platform/page';
import { useWide } from '@/platform/window';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { SearchLink } from '@/ui/search-bar';
import { SplitView } from '@/ui/split-view';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { TitleBar, TopBar } from '@/ui/top-bar';
import './index.scss';

const keyOf = ({ id }: JobSummary) => id;

export default function JobsPage() {
  useUnread();
  const filters = useJobFilters();
  const list = useJobList(filters);
  const boardsOpen = useKindOpen('job');
  const now = useNow();
  const wide = useWide();
  const [sheet, setSheet] = useState<JobSheet | null>(null);
  const [selected, setSelected] = useState<string | undefined>(() => addressQuery().id?.[0]);

  const address = { ...queryOf(filters), ...(wide && selected ? { id: selected } : {}) };
  const written = JSON.stringify(address);
  // The address follows the filters, and is written again on coming back to this page.
  const write = () => writeAddress('jobs', address);
  useShown(write);
  useEffect(write, [written]);
  useShare('正在招聘的岗位', addressOf('jobs'));

  const openJob = useCallback(
    ({ id }: JobSummary) => {
      if (wide) setSelected(id);
      else open('job', { id });
    },
    [wide],
  );
  const shown = wide ? (selected ?? list.pages[0]?.items[0]?.id) : undefined;
  const renderItem = useCallback(
    (job: JobSummary) => <JobCard job={job} now={now} selected={job.id === shown} onOpen={openJob} />,
    [now, shown, openJob],
  );

  if (!boardsOpen || list.error?.code === 'resource.not-found')
    return (
      <PageFrame title="招聘信息" tab="jobs" header={<TitleBar title="招聘" />}>
        <BoardClosed
          others={
            filters.board !== '' && boardsOpen
              ? { text: '看其他岗位', onTap: () => changeFilters({ board: '' }) }
              : undefined
          }
        />
      </PageFrame>
    );

  const filtered = Object.keys(queryOf({ ...filters, sort: 'newest' })).length > 0;
  const jobs = (
    <View>
      {!wide && (
        <View className="jobs-row">
          <View className="grow">
            <JobChips filters={filters} />
          </View>
          <JobSorting filters={filters} onOpen={setSheet} />
        </View>
      )}
      {wide && filtered && (
        <View className="jobs-chips">
          <JobChips filters={filters} />
        </View>
      )}
      <FollowFilter filters={filters} />
      <PagedList
        list={list}
        what="岗位"
        keyOf={keyOf}
        renderItem={renderItem}
        skeleton={<JobSkeleton />}
        ageOf={(since) => momentWords(since, now)}
        empty={<NoJobs filtered={filtered} />}
        end={
          <ListEnd
            text="在招岗位都看完了"
            actions={
              filters.state.length === 0 && (
                <Button text="看已截止的" look="quiet" onTap={() => changeFilters({ state: ['closed'] })} />
              )
            }
          />
        }
      />
    </View>
  );

  const header = (
    <TopBar
      tone="card"
      below={
        <View className="jobs-filters">
          <JobFilterBar filters={filters} onOpen={setSheet} />
          {wide && <JobSorting filters={filters} onOpen={setSheet} />}
        </View>
      }
    >
      <SearchLink hint="搜公司、岗位、专业" onTap={() => open('search')} />
      <PublishLink board={filters.board} />
    </TopBar>
  );
  return (
    <PageFrame title="招聘信息" tab="jobs" header={header} width="full">
      {wide ? <SplitView list={jobs} pane={<JobPane id={shown} />} /> : jobs}
      <JobSheets sheet={sheet} filters={filters} onClose={() => setSheet(null)} />
    </PageFrame>
  );
}

/** For those who may post on a job board; offers the board that is shown. */
function PublishLink({ board }: { board: string }) {
  const boards = useBoardsOf('job');
  if (!boards?.some(({ viewer }) => viewer.can.includes('post'))) return null;
  const publish = () => open('jobForm', board === '' ? {} : { board });
  return (
    <Tap className="jobs-post" role="link" label="发布岗位" onTap={publish}>
      <Text>发布</Text>
    </Tap>
  );
}

const NoJobs = ({ filtered }: { filtered: boolean }) => (
  <StateView
    title={filtered ? '没有符合条件的岗位' : '暂时没有在招岗位'}
    text={filtered ? '少选一个条件，或看看全部在招岗位' : '骨干们正在收集，过一会儿再来看看'}
    actions={
      filtered ? (
        <Button text="看全部岗位" look="main" onTap={() => changeFilters(noFilters)} />
      ) : (
        <Button text="看已截止的" look="quiet" onTap={() => changeFilters({ state: ['closed'] })} />
      )
    }
  />
);
