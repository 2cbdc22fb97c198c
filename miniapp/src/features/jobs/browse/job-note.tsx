import type { Job } from '@qihang/shared/jobs/contract';
import { PieceNote } from '@/common/content/piece-note';
import { isReviewer } from '@/common/content/review-bar';
import { MachineCheck } from './machine-check';

/** Whether readers see this job, and what its reviewer should know. */
export const JobNote = ({ job, now }: { job: Job; now: Date }) => (
  <>
    <PieceNote piece={job} now={now} />
    {isReviewer(job) && <MachineCheck job={job} now={now} />}
  </>
);
