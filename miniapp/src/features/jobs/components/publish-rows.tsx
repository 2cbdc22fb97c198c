import { open } from '@/platform/navigation';
import { useBoards } from '@/platform/site';
import { isH5 } from '@/platform/target';
import { ListRow } from '@/ui/list-row';
import { useMyJobs } from '../hooks';

/** For those who publish jobs, among the rows of their own page. */
export function PublishRows() {
  const { data } = useBoards();
  const publishes = data?.items.some(({ kind, viewer }) => kind === 'job' && viewer.can.includes('post'));
  const waiting = useMyJobs('waiting', publishes === true).pages[0]?.counts.waiting;
  if (!publishes) return null;
  return (
    <>
      <ListRow
        icon="briefcase"
        text="我发布的"
        note={waiting ? `${waiting} 个岗位等你处理` : '核实、延期、修改'}
        onTap={() => open('myJobs')}
      />
      {isH5 && (
        <ListRow icon="file" text="批量导入" note="在电脑上，CSV 或 Excel" onTap={() => open('jobImport')} />
      )}
    </>
  );
}
