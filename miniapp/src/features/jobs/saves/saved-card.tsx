import { pillOf } from '@qihang/shared/jobs/pill';
import { cityWords } from '@qihang/shared/jobs/words';
import type { SavedJob } from '@qihang/shared/saves/contract';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { DotLine } from '@/ui/dot-line';
import { Pill } from '@/ui/pill';
import { Tap } from '@/ui/tap';
import { ProgressLine, useForgetJob } from './progress-line';
import './saved-card.scss';

/** A saved job with its course; one that is gone from sight can only be forgotten. */
export function SavedCard({ saved, now }: { saved: SavedJob; now: Date }) {
  const { jobId, job, progress } = saved;
  const forget = useForgetJob();
  if (job === null)
    return (
      <View className="svc row">
        <Text className="meta grow">这个岗位已经下线</Text>
        <Button text="取消收藏" look="quiet" onTap={() => forget(jobId, progress)} />
      </View>
    );
  const pill = pillOf(job, now);
  return (
    <View className="svc">
      <Tap
        className="svc-j"
        role="link"
        label={`${job.title}，${job.company}，${pill.words.join(' ')}`}
        onTap={() => open('job', { id: jobId })}
      >
        <View className="svc-h">
          <Text className="grow strong">{job.title}</Text>
          <Pill {...pill} />
        </View>
        <DotLine className="meta" parts={[job.company, cityWords(job.cities)]} />
      </Tap>
      <ProgressLine id={jobId} title={job.title} progress={progress} />
    </View>
  );
}
