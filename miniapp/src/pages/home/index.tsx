import type { Board } from '@qihang/shared/boards/contract';
import type { JobSummary } from '@qihang/shared/jobs/contract';
import type { PostSummary } from '@qihang/shared/posts/contract';
import type { Me } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import { useMe } from '@/common/account/me';
import { useBoards } from '@/common/boards/boards';
import { MustReadTag, mustReadLabel } from '@/common/content/must-read-tag';
import { useUnread } from '@/common/inbox/inbox';
import { useHomeArrival } from '@/common/sharing/home-arrival';
import { useSite } from '@/common/site/site';
import { profileParts } from '@/features/account/words';
import { BoardGrid, BoardGridSkeleton } from '@/features/boards/components/board-grid';
import { DueCard } from '@/features/jobs/browse/due-card';
import { changeFilters, noFilters } from '@/features/jobs/browse/filters';
import { useDueJobs, useJobList } from '@/features/jobs/browse/hooks';
import { JobCard, JobSkeleton } from '@/features/jobs/browse/job-card';
import { useRecommendedJobs } from '@/features/jobs/match/hooks';
import { TermBanner } from '@/features/people/components/term-banner';
import { useLatestPosts } from '@/features/posts/hooks';
import { changeThreadFilters } from '@/features/threads/filters';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { addressOf, open } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { failureWords } from '@/platform/retrying';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { ListEnd } from '@/ui/list-end';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { SearchLink } from '@/ui/search-bar';
import { SectionHeader } from '@/ui/section-header';
import { StateView } from '@/ui/state-view';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { TopBar } from '@/ui/top-bar';
import './index.scss';

const keyOf = ({ id }: JobSummary) => id;
const openJob = ({ id }: JobSummary) => {
  open('job', { id });
};

/** The list of the board; the tabs of jobs and questions show just this board where there are several of its kind. */
function openBoard({ kind, slug }: Board, boards: Board[]) {
  if (kind === 'article') return open('posts', { board: slug });
  const board = boards.filter((one) => one.kind === kind).length > 1 ? slug : '';
  if (kind === 'thread') {
    changeThreadFilters({ board, category: null });
    return open('questions');
  }
  changeFilters({ ...noFilters, board });
  return open('jobs');
}

export default function HomePage() {
  useUnread();
  const boards = useBoards();
  const list = useJobList(noFilters);
  const now = useNow();
  const { data: me } = useMe();
  useShare('启航：毕业生就业信息', addressOf('home'));
  useHomeArrival();
  const renderItem = useCallback(
    (job: JobSummary) => <JobCard job={job} now={now} onOpen={openJob} />,
    [now],
  );
  const visible = boards.data?.items;
  const leading = visible?.filter(({ kind, strip }) => kind === 'article' && strip) ?? [];
  const hasJobs = visible === undefined || visible.some(({ kind }) => kind === 'job');
  return (
    <PageFrame title="首页" tab="home" header={<Deck />} width="full">
      <View className="home">
        <View className="stack home-top">
          {visible ? (
            <BoardGrid boards={visible} onOpen={(board) => openBoard(board, visible)} />
          ) : boards.error ? (
            <Note
              tone="warm"
              icon="alert"
              text={`没能取到栏目：${failureWords(asApiError(boards.error))}`}
              action={{ text: '重试', onTap: () => boards.refetch() }}
            />
          ) : (
            <BoardGridSkeleton />
          )}
          {leading.map((board) => (
            <Strip key={board.slug} board={board} />
          ))}
          {me && <TermBanner me={me} now={now} />}
        </View>
        {hasJobs && <DueStrip now={now} />}
        {hasJobs && (
          <View className="home-main">
            <Recommended now={now} />
            <SectionHeader
              title="最新岗位"
              more={{ text: <Text>全部</Text>, label: '全部岗位', onTap: () => openAll() }}
            />
            <PagedList
              list={list}
              what="岗位"
              keyOf={keyOf}
              renderItem={renderItem}
              skeleton={<JobSkeleton />}
              ageOf={(since) => momentWords(since, now)}
              empty={<StateView title="暂时没有在招岗位" text="骨干们正在收集，过一会儿再来看看" />}
              end={
                <ListEnd
                  text="最新岗位都看完了"
                  actions={<Button text="按条件找" onTap={() => openAll()} />}
                />
              }
            />
          </View>
        )}
      </View>
    </PageFrame>
  );
}

const openAll = () => {
  changeFilters(noFilters);
  open('jobs');
};

function Deck() {
  const { data: site } = useSite();
  return (
    <TopBar
      tone="deck"
      below={
        <View className="home-find">
          <SearchLink deck hint="搜岗位、政策、问题" onTap={() => open('search')} />
        </View>
      }
    >
      <View className="home-name">
        <Text className="home-logo">启航</Text>
        {site && <Text className="home-school">{site.school}就业信息</Text>}
      </View>
    </TopBar>
  );
}

const waitsForMe = ({ mustRead }: PostSummary) => mustRead?.forMe === true && mustRead.readAt === null;

/** What I must read yet, else the newest pinned article, of a board that leads this page; if there is one. */
function Strip({ board }: { board: Board }) {
  const { data } = useLatestPosts(board.slug);
  const article = data?.items.find(waitsForMe) ?? data?.items.find(({ pinned }) => pinned);
  if (!article) return null;
  return (
    <Tap
      className="home-strip"
      role="link"
      label={`${board.name}：${mustReadLabel(article.mustRead)}${article.title}`}
      onTap={() => open('post', { id: article.id })}
    >
      <Icon name="megaphone" size={20} />
      {article.mustRead ? <MustReadTag mustRead={article.mustRead} /> : <Tag text="置顶" />}
      <Text className="home-strip-t">{article.title}</Text>
      <Icon name="chevron-right" size={16} />
    </Tap>
  );
}

const shownRecommended = 4;

/** What suits the signed-in reader, why, and what would make it suit better. */
function Recommended({ now }: { now: Date }) {
  const { data: me } = useMe();
  const { data } = useRecommendedJobs();
  if (!me || !data) return null;
  const [gap] = data.improve;
  const fitting = data.items.filter(({ match }) => match?.fits).slice(0, shownRecommended);
  const openMatching = () => {
    changeFilters({ ...noFilters, sort: 'match' });
    open('jobs');
  };
  return (
    <View className="home-fit">
      <SectionHeader
        title="为你推荐"
        more={{
          text: <DotLine parts={recommendedFor(me)} />,
          label: '修改求职资料',
          icon: 'pencil',
          onTap: () => open('profile'),
        }}
      />
      <View className="stack cards">
        {gap !== undefined && (
          <Note tone="brand" text={gap} action={{ text: '去填写', onTap: () => open('profile') }} />
        )}
        {fitting.map((job) => (
          <JobCard key={job.id} job={job} now={now} onOpen={openJob} />
        ))}
        {fitting.length > 0 && <Button text="按匹配看全部岗位" look="quiet" onTap={openMatching} />}
      </View>
    </View>
  );
}

/** `车辆工程`, `本科`, `江州`: what recommendations go by. */
function recommendedFor({ profile }: Me) {
  const [major, degree] = profileParts(profile);
  const parts = [major, degree, profile.cities[0]].filter(Boolean);
  return parts.length > 0 ? parts : ['填写求职资料'];
}

const weekLength = 7 * 24 * 3_600_000;

/** Jobs that close within the week, side by side. */
function DueStrip({ now }: { now: Date }) {
  const { data } = useDueJobs();
  const due = data?.items.filter(
    ({ deadlineAt }) => deadlineAt !== null && Date.parse(deadlineAt) - now.getTime() < weekLength,
  );
  if (!due || due.length === 0) return null;
  const openDue = () => {
    changeFilters({ ...noFilters, sort: 'deadline' });
    open('jobs');
  };
  return (
    <View className="home-side">
      <SectionHeader
        title="即将截止"
        more={{ text: <Text>按截止时间看</Text>, label: '按截止时间看岗位', onTap: openDue }}
      />
      <View className="home-due">
        {due.map((job) => (
          <DueCard key={job.id} job={job} now={now} onOpen={() => openJob(job)} />
        ))}
      </View>
    </View>
  );
}
