import { useNow } from '@/platform/clock';
import { signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { ClosingView } from '../../components/closing-view';
import { LeaveForm } from '../../components/leave-form';
import { useClosure } from '../../hooks';

/** Closes the account, or, while it is being closed, takes that back. */
export default function LeavePage() {
  const signedIn = useSession(({ token }) => token !== null);
  const closure = useClosure(signedIn);
  const now = useNow();
  if (signedIn && closure.data === null) return <LeaveForm />;
  return (
    <PageFrame title="注销账号" section="me">
      {signedIn ? (
        <DetailView query={closure} what="账号" ageOf={(since) => momentWords(since, now)}>
          {(closing) => closing && <ClosingView closure={closing} />}
        </DetailView>
      ) : (
        <StateView
          icon="user"
          title="登录后才能注销账号"
          text="注销后的七天里，登录就可以撤销"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}
