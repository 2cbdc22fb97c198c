import { View } from '@tarojs/components';
import { PieceMarks } from '@/common/content/piece-marks';
import { useReporting } from '@/common/reports/use-reporting';
import { useArrival } from '@/common/sharing/arrival';
import { cardAddress } from '@/common/sharing/pictures';
import { useNow } from '@/platform/clock';
import { addressOf } from '@/platform/navigation';
import { useShare } from '@/platform/page';
import { isSinglePage } from '@/platform/scene';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { JobActions } from '../../browse/job-actions';
import { JobNote } from '../../browse/job-note';
import { LiveJob } from '../../browse/live-job';
import './index.scss';
import { useJob } from '../../hooks';

export default function JobPage() {
  const { id } = useArrival('job');
  const query = useJob(id);
  const now = useNow();
  const { report, sheet } = useReporting();
  const job = query.data;
  useShare(
    job ? `${job.title} · ${job.company}` : '岗位',
    addressOf('job', { id }),
    id && cardAddress('job', id),
  );
  return (
    <PageFrame
      title={job ? job.title : '岗位详情'}
      barTitle="岗位详情"
      section="jobs"
      width="full"
      tallActions={job?.viewer.can.includes('appeal') ?? false}
      actions={job && !isSinglePage() && <JobActions job={job} />}
    >
      <DetailView query={query} what="岗位" ageOf={(since) => momentWords(since, now)}>
        {(found) => (
          <View className="stack job-page cols-wide">
            <JobNote job={found} now={now} />
            <PieceMarks piece={found}>
              <LiveJob
                job={found}
                now={now}
                onReport={() => report({ type: 'job', id: found.id, noun: '岗位' })}
              />
            </PieceMarks>
          </View>
        )}
      </DetailView>
      {sheet}
    </PageFrame>
  );
}
