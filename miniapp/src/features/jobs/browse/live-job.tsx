import type { Job, JobSummary } from '@qihang/shared/jobs/contract';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { verifyFirst } from '@/platform/navigation';
import { addToPhoneCalendar } from '@/platform/phone-calendar';
import { isSinglePage } from '@/platform/scene';
import { isWeapp } from '@/platform/target';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { useReconfirmJob, useRelatedJobs, useReportClosed } from '../hooks';
import { isOver } from '../words';
import { JobView } from './job-view';
import './live-job.scss';
import { ProgressBlock } from '../saves/progress-line';
import { RelatedJobs } from './related-jobs';

interface Props {
  job: Job;
  now: Date;
}

/** A published job: what it says, and what its reader may do about it. Shown alone in 朋友圈 it offers nothing to do. */
export function LiveJob({ job, now }: Props) {
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
            {!over && <Help job={job} />}
            {!over && <Related job={job} now={now} />}
          </>
        }
      />
    </>
  );
}

/** Says what other readers reported, and lets the one who looks after the job settle it in one tap. */
function Doubt({ job, over }: { job: Job; over: boolean }) {
  const reconfirm = useReconfirmJob();
  if (job.state !== 'unverified' && (job.closedReports === 0 || over)) return null;
  const text =
    job.closedReports > 0
      ? `${job.closedReports} 位同学反馈已停招${job.state === 'unverified' ? '，发布人正在核实' : ''}`
      : '到了复核的日子，是否仍在招，发布人正在核实';
  const settle = () =>
    reconfirm.mutate(
      { id: job.id },
      {
        onSuccess: () => toast('已记下：今天由你核实'),
        onError: (error) => toast(asApiError(error).message),
      },
    );
  return (
    <View className="lj-doubt">
      <Note
        tone="warm"
        text={text}
        {...(job.viewer.can.includes('reconfirm') ? { action: { text: '确认仍在招', onTap: settle } } : {})}
      />
    </View>
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

/** One tap that keeps the next readers from applying in vain. */
function Help({ job }: { job: Job }) {
  const report = useReportClosed();
  if (job.viewer.reportedClosed) return <Note icon="check" text="你已反馈停招，谢谢。发布人会去核实" />;
  const unverified = job.viewer.can.includes('verify');
  if (!unverified && !job.viewer.can.includes('report-closed')) return null;
  const send = async () => {
    if (unverified) return verifyFirst();
    if (
      !(await confirm(
        '这个岗位已经停招？',
        '比如单位回复招满，或招聘页已下线。两位同学反馈后会转为待核实',
        '已停招',
      ))
    )
      return;
    report.mutate(job.id, {
      onSuccess: () => toast('已反馈，发布人会去核实'),
      onError: (error) => toast(asApiError(error).message),
    });
  };
  return (
    <Card title="帮后来的同学看一眼">
      <View className="lj-help">
        <Button text="已停招？" icon="flag" grow loading={report.isPending} onTap={send} />
        <Text className="cap grow">单位说招满了，或招聘页下线了，点一下告诉大家</Text>
      </View>
    </Card>
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
