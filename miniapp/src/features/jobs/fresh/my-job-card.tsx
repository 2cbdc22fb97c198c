import type { MyJob } from '@qihang/shared/jobs/contract';
import { pillOf } from '@qihang/shared/jobs/pill';
import type { OwnerNeed } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { LifeTag } from '@/common/content/life-tag';
import { ScheduleSheet } from '@/common/content/schedule-sheet';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { Pill } from '@/ui/pill';
import { Tap } from '@/ui/tap';
import { useReconfirm } from './hooks';
import { useJobLife } from './life';
import { weekLater } from './week-later';
import './my-job-card.scss';

const needWords: Record<OwnerNeed, (job: MyJob) => string> = {
  hidden: ({ hiddenReason }) => (hiddenReason ? `被下架：${hiddenReason}` : '被下架'),
  unverified: ({ closedReports }) =>
    closedReports > 0 ? `${closedReports} 位同学反馈已停招，请核实` : '到了复核的日子，请核实是否仍在招',
  closing: () => '3 天内截止：延期，或让它到期',
  recheck: () => '3 天内要复核：确认是否仍在招',
};

/** What is done to a job less often. */
const backwards: readonly string[] = ['schedule', 'recall', 'withdraw', 'discard'];

/** One of my jobs: whether readers see it, what it waits for, and what settles that in one tap. */
export function MyJobCard({ job, now }: { job: MyJob; now: Date }) {
  const { reconfirm, busy } = useReconfirm(job.id);
  const { acts, busy: moving, sheet } = useJobLife(job);
  const pill = pillOf(job, now);
  const can = (action: MyJob['viewer']['can'][number]) => job.viewer.can.includes(action);
  const over = job.state === 'closed';
  const { deadline } = job;
  return (
    <Card className="mj">
      <Tap
        className="mj-j"
        role="link"
        label={`${job.title}，${job.company}，${pill.words.join(' ')}`}
        onTap={() => open('job', { id: job.id })}
      >
        <View className="mj-h">
          <Text className="grow strong">{job.title}</Text>
          {job.life === 'published' ? <Pill {...pill} /> : <LifeTag life={job.life} />}
        </View>
        <DotLine className="meta" parts={[job.company, seenWords(job)]} />
      </Tap>
      {job.needs.map((need) => (
        <View className="mj-n" key={need}>
          <Icon name="info" size={16} />
          <Text>{needWords[need](job)}</Text>
        </View>
      ))}
      {job.lintOverride && <Text className="cap">带着提醒发布，理由：{job.lintOverride.reason}</Text>}
      <View className="mj-b">
        {can('reconfirm') && !over && (
          <Button
            text={job.needs.includes('unverified') ? '仍在招' : '重新核实'}
            icon="shield"
            loading={busy}
            onTap={() => reconfirm()}
          />
        )}
        {can('reconfirm') && deadline !== null && (
          <Button
            text="延长一周"
            icon="calendar"
            disabled={busy}
            onTap={() => reconfirm(weekLater(deadline, now))}
          />
        )}
        {can('edit') && (
          <Button text="修改" icon="pencil" look="quiet" onTap={() => open('jobForm', { id: job.id })} />
        )}
        {acts.map(({ name, icon, text, run }) => (
          <Button
            key={name}
            text={text}
            icon={icon}
            look={backwards.includes(name) ? 'quiet' : 'normal'}
            loading={moving}
            onTap={run}
          />
        ))}
      </View>
      <ScheduleSheet {...sheet} />
    </Card>
  );
}

/** What readers see of it, said plainly. */
const seenWords = ({ seen }: MyJob): string => `${seen.now ? '读者看得到' : '读者看不到'}，${seen.why}`;
