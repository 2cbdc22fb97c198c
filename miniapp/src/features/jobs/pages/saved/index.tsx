import { type Progress, progresses, progressNames } from '@qihang/shared/jobs/progress';
import type { SavedJob } from '@qihang/shared/saves/contract';
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
import { SavedCard } from '../../saves/saved-card';
import { useSavedJobs } from '../../saves/saves';

const keyOf = ({ jobId }: SavedJob) => jobId;

export default function SavedPage() {
  const signedIn = useSession(({ token }) => token !== null);
  return (
    <PageFrame title="收藏与进度" section="me">
      {signedIn ? (
        <SavedList />
      ) : (
        <StateView
          icon="bookmark"
          title="登录后看收藏与进度"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

function SavedList() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const list = useSavedJobs(progress);
  const now = useNow();
  const counts = list.pages[0]?.counts;
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  const renderItem = useCallback((saved: SavedJob) => <SavedCard saved={saved} now={now} />, [now]);
  return (
    <View>
      <Chips>
        <Chip text="全部" on={progress === null} count={all} onTap={() => setProgress(null)} />
        {progresses.map((one) => (
          <Chip
            key={one}
            text={progressNames[one]}
            on={progress === one}
            count={counts?.[one]}
            onTap={() => setProgress(one)}
          />
        ))}
      </Chips>
      <PagedList
        list={list}
        what="收藏"
        keyOf={keyOf}
        renderItem={renderItem}
        skeleton={<JobSkeleton />}
        ageOf={(since) => momentWords(since, now)}
        empty={
          <StateView
            icon="bookmark"
            title={progress === null ? '还没有收藏' : `没有“${progressNames[progress]}”的岗位`}
            text="在岗位上点书签，截止日期会排进日历"
            actions={<Button text="去看岗位" look="main" onTap={() => open('jobs')} />}
          />
        }
        end={<ListEnd text="进度只有你自己看得到" />}
      />
    </View>
  );
}
