import type { Job } from '@qihang/shared/jobs/contract';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { verifyFirst } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import './help.scss';
import { useReportClosed } from './hooks';

interface Props {
  job: Job;
  /** Opens the report of what is worse than 已停招. */
  onReport: () => void;
}

/** What keeps the next readers from harm: the posting is over, or worse. */
export const Help = ({ job, onReport }: Props) => (
  <>
    <HelpClosed job={job} />
    {job.viewer.can.includes('report') && (
      <Note
        icon="alert"
        tone="warm"
        text="招聘不收任何费用。遇到押金、培训费、内部名额，请举报"
        action={{ text: '举报', onTap: onReport }}
      />
    )}
  </>
);

/** One tap that keeps the next readers from applying in vain. */
function HelpClosed({ job }: { job: Job }) {
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
      <View className="fr-help">
        <Button text="已停招？" icon="flag" grow loading={report.isPending} onTap={send} />
        <Text className="cap grow">单位说招满了，或招聘页下线了，点一下告诉大家</Text>
      </View>
    </Card>
  );
}
