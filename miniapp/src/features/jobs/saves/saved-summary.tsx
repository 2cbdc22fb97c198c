import { Text } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Card } from '@/ui/card';
import { Tap } from '@/ui/tap';
import { SavedCard } from './saved-card';
import { useSavedJobs } from './saves';
import './saved-summary.scss';

const shown = 2;

/** The saved jobs touched last, on the page 我的. */
export function SavedSummary({ now }: { now: Date }) {
  const list = useSavedJobs(null);
  const page = list.pages[0];
  if (!page) return null;
  const all = Object.values(page.counts).reduce((sum, count) => sum + count, 0);
  return (
    <Card
      className="svc-two"
      title="收藏与进度"
      extra={
        <Tap className="svs-all" role="link" label={`全部 ${all} 个收藏`} onTap={() => open('saved')}>
          <Text>全部 {all} 个</Text>
        </Tap>
      }
    >
      {page.items.slice(0, shown).map((saved) => (
        <SavedCard key={saved.jobId} saved={saved} now={now} />
      ))}
      <Text className="cap">{all === 0 ? '在岗位上点书签，截止日期会排进日历' : '进度只有你自己看得到'}</Text>
    </Card>
  );
}
