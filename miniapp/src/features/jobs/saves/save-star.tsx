import type { JobSummary } from '@qihang/shared/jobs/contract';
import { askFor } from '@/common/reach/asking';
import { toast } from '@/platform/feedback';
import { open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Act } from '@/ui/action-bar';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { useForgetJob } from './progress-line';
import { useKeepJob } from './saves';

type Saveable = Pick<JobSummary, 'id' | 'title' | 'viewer'>;

/** Saves the job, or forgets it; visitors sign in first. */
function useStar({ id, viewer: { saved } }: Saveable) {
  const signedIn = useSession(({ token }) => token !== null);
  const keep = useKeepJob();
  const forget = useForgetJob();
  return () => {
    if (!signedIn) return signInFirst();
    if (saved !== null) return forget(id, saved);
    askFor('deadline');
    keep.mutate(
      { id, before: null, progress: 'saved' },
      { onSuccess: () => toast('已收藏，截止前看日历', { label: '看日历', run: () => open('calendar') }) },
    );
  };
}

/** The bookmark at the foot of a card. */
export function SaveStar({ job }: { job: Saveable }) {
  const press = useStar(job);
  const saved = job.viewer.saved !== null;
  return (
    <Tap
      className={cx('job-save', saved && 'job-save-on')}
      label={saved ? `取消收藏 ${job.title}` : `收藏 ${job.title}`}
      checked={saved}
      onTap={press}
    >
      <Icon name={saved ? 'bookmark-solid' : 'bookmark'} size={20} />
    </Tap>
  );
}

/** The same beside the main action of a job. */
export function SaveAct({ job }: { job: Saveable }) {
  const press = useStar(job);
  const saved = job.viewer.saved !== null;
  return <Act icon={saved ? 'bookmark-solid' : 'bookmark'} text={saved ? '已收藏' : '收藏'} onTap={press} />;
}
