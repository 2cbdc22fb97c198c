import type { Job } from '@qihang/shared/jobs/contract';
import { View } from '@tarojs/components';
import { Note } from '@/ui/note';
import './doubt.scss';
import { useReconfirm } from './hooks';

/** Says what other readers reported, and lets the one who looks after the job settle it in one tap. */
export function Doubt({ job, over }: { job: Job; over: boolean }) {
  const { reconfirm } = useReconfirm(job.id);
  if (job.state !== 'unverified' && (job.closedReports === 0 || over)) return null;
  const text =
    job.closedReports > 0
      ? `${job.closedReports} 位同学反馈已停招${job.state === 'unverified' ? '，发布人正在核实' : ''}`
      : '到了复核的日子，是否仍在招，发布人正在核实';
  return (
    <View className="fr-doubt">
      <Note
        tone="warm"
        text={text}
        {...(job.viewer.can.includes('reconfirm')
          ? { action: { text: '确认仍在招', onTap: () => reconfirm() } }
          : {})}
      />
    </View>
  );
}
