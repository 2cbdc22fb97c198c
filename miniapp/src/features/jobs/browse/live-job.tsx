import type { Job, JobSummary } from '@qihang/shared/jobs/contract';
import { isOver } from '@qihang/shared/jobs/pill';
import { View } from '@tarojs/components';
import { FollowEmployer } from '@/common/follows/follow-employer';
import { addToPhoneCalendar } from '@/platform/phone-calendar';
import { isSinglePage } from '@/platform/scene';
import { isWeapp } from '@/platform/target';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';

import { Doubt } from '../fresh/doubt';
import { Help } from '../fresh/help';
import { useRelatedJobs } from './hooks';
import { JobView } from './job-view';
import './live-job.scss';
import { ProgressBlock } from '../saves/progress-line';
import { RelatedJobs } from './related-jobs';

interface Props {
  job: Job;
  now: Date;
}

interface LiveProps extends Props {
  onReport: () => void;
}

/** A published job: what it says, and what its reader may do about it. Shown alone in 朋友圈 it offers nothing to do. */
export function LiveJob({ job, now, onReport }: LiveProps) {
  if (isSinglePage()) return <JobView job={job} now={now} />;
  // Who opens a job that is over looks for another one.
  const over = isOver(job, now);
  return (
    <>
      <Doubt job={job} over={over} />
      <JobView
        job={job}
        now={now}
        deadlineActs={isWeapp && !over && <PhoneCalendar job={job} />}
        side={
          <>
            {job.viewer.saved !== null && (
              <Card className="jv-fit" title="我的进度">
                <ProgressBlock id={job.id} title={job.title} progress={job.viewer.saved} />
              </Card>
            )}
            {over && <Related job={job} now={now} />}
          </>
        }
        below={
          <>
            <FollowEmployer company={job.company} />
            <Help job={job} onReport={onReport} />
            {!over && <Related job={job} now={now} />}
          </>
        }
      />
    </>
  );
}

function PhoneCalendar({ job }: { job: Job }) {
  if (job.deadlineAt === null) return null;
  const at = new Date(job.deadlineAt);
  return (
    <View className="lj-cal">
      <Button
        text="加入手机日历"
        icon="calendar"
        look="quiet"
        grow
        onTap={() => addToPhoneCalendar({ title: `截止：${job.title}`, note: job.company, at })}
      />
    </View>
  );
}

function Related({ job, now }: Props) {
  const related = useRelatedJobs(job.id);
  if (!related) return null;
  const known = new Set(related.sameCompany.map(({ id }: JobSummary) => id));
  const sameMajor = related.sameMajor.filter(({ id }) => !known.has(id));
  return (
    <>
      <RelatedJobs title="同单位在招" jobs={related.sameCompany} now={now} />
      <RelatedJobs title="同专业在招" jobs={sameMajor} now={now} />
    </>
  );
}
