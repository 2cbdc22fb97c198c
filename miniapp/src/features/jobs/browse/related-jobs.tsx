import type { JobSummary } from '@qihang/shared/jobs/contract';
import { pillOf } from '@qihang/shared/jobs/pill';
import { cityWords, payWords } from '@qihang/shared/jobs/words';
import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { open } from '@/platform/navigation';
import { Card } from '@/ui/card';
import { DotLine } from '@/ui/dot-line';
import { Pill } from '@/ui/pill';
import { Tap } from '@/ui/tap';
import './related-jobs.scss';

interface Props {
  title: string;
  jobs: JobSummary[];
  now: Date;
  /** At the right of the title. */
  extra?: ReactNode;
}

/** Jobs in brief, one below the other; `children` are other rows after them. Nothing where there is neither. */
export function RelatedJobs({ title, jobs, now, extra, children }: PropsWithChildren<Props>) {
  if (jobs.length === 0 && !children) return null;
  return (
    <Card className="rj" title={title} extra={extra}>
      {jobs.map((job) => {
        const pill = pillOf(job, now);
        return (
          <Tap
            key={job.id}
            className="rj-j"
            role="link"
            label={`${job.title}，${job.company}，${pill.words.join(' ')}`}
            onTap={() => open('job', { id: job.id })}
          >
            <View className="row rj-t">
              <Text className="grow strong">{job.title}</Text>
              <Text className="rj-p">{payWords(job)}</Text>
            </View>
            <View className="row">
              <DotLine className="meta grow" parts={[job.company, cityWords(job.cities)]} />
              <Pill {...pill} />
            </View>
          </Tap>
        );
      })}
      {children}
    </Card>
  );
}
