import type { MyJob } from '@qihang/shared/jobs/contract';
import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useNow } from '@/platform/clock';
import { open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { Chip, Chips } from '@/ui/filter-bar';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { StateView } from '@/ui/state-view';
import { JobSkeleton } from '../../browse/job-card';
import { useMyJobs } from '../../fresh/hooks';
import { MyJobCard } from '../../fresh/my-job-card';

const keyOf = ({ id }: MyJob) => id;

export default function MyJobsPage() {
  const signedIn = useSession(({ token }) => token !== null);
  return (
    <PageFrame title="我发布的" section="me">
      {signedIn ? (
        <MyJobs />
      ) : (
        <StateView
          icon="briefcase"
          title="登录后看我发布的岗位"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

/** Opens on what waits for the person, where anything does. */
function MyJobs() {
  const [chosen, setChosen] = useState<'waiting' | 'all' | null>(null);
  const waiting = useMyJobs('waiting');
  const counts = waiting.pages[0]?.counts;
  const show = chosen ?? (counts?.waiting === 0 ? 'all' : 'waiting');
  const all = useMyJobs('all', show === 'all');
  const now = useNow();
  const renderItem = useCallback((job: MyJob) => <MyJobCard job={job} now={now} />, [now]);
  return (
    <View>
      <Chips>
        <Chip
          text="等我处理"
          on={show === 'waiting'}
          count={counts?.waiting}
          onTap={() => setChosen('waiting')}
        />
        <Chip text="全部" on={show === 'all'} count={counts?.all} onTap={() => setChosen('all')} />
      </Chips>
      <PagedList
        list={show === 'all' ? all : waiting}
        what="岗位"
        keyOf={keyOf}
        renderItem={renderItem}
        skeleton={<JobSkeleton />}
        ageOf={(since) => momentWords(since, now)}
        empty={
          show === 'waiting' ? (
            <StateView
              icon="check-circle"
              title="没有等你处理的岗位"
              text="待核实、3 天内截止或复核、被下架的岗位会排在这里"
              actions={<Button text="看全部" onTap={() => setChosen('all')} />}
            />
          ) : (
            <StateView
              icon="briefcase"
              title="还没有发布过岗位"
              text="粘贴一条群消息，字段会自动填好"
              actions={<Button text="发布岗位" look="main" onTap={() => open('jobForm')} />}
            />
          )
        }
        end={<ListEnd text="只列出归你管的岗位" />}
      />
    </View>
  );
}
