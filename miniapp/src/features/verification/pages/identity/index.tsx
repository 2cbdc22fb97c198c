import { useNow } from '@/platform/clock';
import { signInFirst, usePageQuery } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { ClaimForm } from '../../components/claim-form';
import { Standing } from '../../components/standing';
import { useVerification } from '../../hooks';

export default function IdentityPage() {
  // `goBack`: another page sent the person here to go on with what was begun there.
  const { goBack } = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const query = useVerification(signedIn);
  const now = useNow();
  if (signedIn && query.data?.state === 'unverified') return <ClaimForm goBack={goBack === 'true'} />;
  return (
    <PageFrame title="身份认证" section="me">
      {signedIn ? (
        <DetailView query={query} what="认证情况" ageOf={(since) => momentWords(since, now)}>
          {(verification) => <Standing verification={verification} now={now} />}
        </DetailView>
      ) : (
        <StateView
          icon="user"
          title="登录后认证"
          text="先登录，再用学号、姓名和班级邀请码认证"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}
