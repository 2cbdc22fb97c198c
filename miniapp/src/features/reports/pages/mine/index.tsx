import type { Report } from '@qihang/shared/reports/contract';
import { useCallback } from 'react';
import { useNow } from '@/platform/clock';
import { open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { Bone } from '@/ui/skeleton';
import { StateView } from '@/ui/state-view';
import { ReportCard } from '../../components/report-card';
import { useMyReports } from '../../hooks';

const keyOf = ({ id }: Report) => id;

/** What I reported and what came of it. */
export default function MyReportsPage() {
  const signedIn = useSession(({ token }) => token !== null);
  return (
    <PageFrame title="我的举报" section="me">
      {signedIn ? (
        <MyReports />
      ) : (
        <StateView
          icon="flag"
          title="登录后看举报的结果"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

function MyReports() {
  const list = useMyReports();
  const now = useNow();
  const renderItem = useCallback((report: Report) => <ReportCard report={report} now={now} />, [now]);
  const totals = <Button text="看每月处理情况" look="quiet" onTap={() => open('moderationTotals')} />;
  return (
    <PagedList
      list={list}
      what="举报"
      keyOf={keyOf}
      renderItem={renderItem}
      skeleton={
        <Card>
          <Bone width={60} look="title" />
          <Bone width={40} />
        </Card>
      }
      ageOf={(since) => momentWords(since, now)}
      empty={
        <StateView
          icon="flag"
          title="还没有举报过"
          text="在岗位、文章、问题和回答下面点“举报”，处理完会告诉你"
          actions={totals}
        />
      }
      end={<ListEnd text="作者和别的同学看不到是谁举报的" actions={totals} />}
    />
  );
}
