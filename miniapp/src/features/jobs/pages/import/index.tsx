import { useBoards } from '@/common/boards/boards';
import { open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { ImportDesk } from '../../import/import-desk';

export default function ImportPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const { data, isFetching } = useBoards();
  const boards = data?.items.filter(({ kind, viewer }) => kind === 'job' && viewer.can.includes('post'));
  if (signedIn && boards && boards.length > 0) return <ImportDesk boards={boards} />;
  return (
    <PageFrame title="批量导入" section="jobs">
      {/* What a visitor may do says nothing of who has just signed in: that answer is on its way. */}
      {signedIn && boards && !isFetching && (
        <StateView
          icon="shield"
          title="批量导入只对骨干和老师开放"
          text="看到好岗位，可以在问答里告诉骨干"
          actions={<Button text="看岗位" look="main" onTap={() => open('jobs')} />}
        />
      )}
      {!signedIn && (
        <StateView
          icon="file"
          title="登录后批量导入岗位"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}
