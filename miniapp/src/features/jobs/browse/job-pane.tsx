import { PieceMarks } from '@/common/content/piece-marks';
import { useReporting } from '@/common/reports/use-reporting';
import { useNow } from '@/platform/clock';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Pane } from '@/ui/split-view';
import { StateView } from '@/ui/state-view';
import { useJob } from '../hooks';
import { JobActions } from './job-actions';
import { JobNote } from './job-note';
import { LiveJob } from './live-job';

/** The job chosen in a list, beside it on wide windows. */
export function JobPane({ id }: { id: string | undefined }) {
  const query = useJob(id);
  const now = useNow();
  const { report, sheet } = useReporting();
  if (id === undefined)
    return <StateView icon="briefcase" title="选一个岗位" text="点左边的岗位，在这里看详情" />;
  return (
    <>
      <Pane actions={query.data && <JobActions job={query.data} />}>
        <DetailView query={query} what="岗位" ageOf={(since) => momentWords(since, now)}>
          {(job) => (
            <>
              <JobNote job={job} now={now} />
              <PieceMarks piece={job}>
                <LiveJob
                  job={job}
                  now={now}
                  onReport={() => report({ type: 'job', id: job.id, noun: '岗位' })}
                />
              </PieceMarks>
            </>
          )}
        </DetailView>
      </Pane>
      {sheet}
    </>
  );
}
