import type { JobSummary } from '@qihang/shared/jobs/contract';
import { pillOf } from '@qihang/shared/jobs/pill';
import { Text } from '@tarojs/components';
import { CourseLine } from '@/ui/course-line';
import { leftWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Pill } from '@/ui/pill';
import { Tap } from '@/ui/tap';
import { deadlineWords, passedPart } from '../words';
import './due-card.scss';

/** A job whose time runs out, on the home page: pill, course and the exact hour. */
export function DueCard({ job, now, onOpen }: { job: JobSummary; now: Date; onOpen: () => void }) {
  if (job.deadline === null || job.deadlineAt === null) return null;
  const pill = pillOf(job, now);
  const left =
    pill.state === 'today'
      ? `还剩 ${leftWords(now, new Date(job.deadlineAt))}`
      : deadlineWords(job.deadline, now);
  return (
    <Tap className="due" role="link" label={`${job.title}，${pill.words.join(' ')}`} onTap={onOpen}>
      <Pill {...pill} />
      <Text className="due-t">{job.title}</Text>
      <DotLine className="due-m" parts={[job.company, job.cities[0]]} />
      <CourseLine passed={passedPart(job.publishedAt, job.deadlineAt, now)} ring tone="warm" />
      <Text className="cap due-l">{left}</Text>
    </Tap>
  );
}
