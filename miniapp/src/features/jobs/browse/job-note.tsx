import type { Job } from '@qihang/shared/jobs/contract';
import { nextActs } from '@/common/content/next-acts';
import { PieceNote } from '@/common/content/piece-note';
import { isReviewer } from '@/common/content/review-bar';
import { open } from '@/platform/navigation';
import { useJobLife } from '../fresh/hooks';
import { MachineCheck } from './machine-check';

/** Whether readers see this job, what its author may do next, and what its reviewer should know. */
export function JobNote({ job, now }: { job: Job; now: Date }) {
  const { acts } = useJobLife(job);
  return (
    <>
      <PieceNote piece={job} now={now} acts={nextActs(job, acts, () => open('jobForm', { id: job.id }))} />
      {isReviewer(job) && <MachineCheck job={job} now={now} />}
    </>
  );
}
