import { View } from '@tarojs/components';
import { useNow } from '@/platform/clock';
import { signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { CorrectionCard } from '../../components/correction-card';
import { ExportCard } from '../../components/export-card';
import { PortrayalsCard } from '../../components/portrayals-card';
import { SectionList } from '../../components/section-list';
import { useMyData } from '../../hooks';

/** What is stored about me and why; to take along, to correct, to leave. */
export default function MyDataPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const data = useMyData(signedIn);
  const now = useNow();
  return (
    <PageFrame title="我的数据" section="me">
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后查看自己的数据"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : (
        <DetailView query={data} what="数据" ageOf={(since) => momentWords(since, now)}>
          {({ sections, teachers }) => (
            <View className="stack">
              <Cards>
                <PortrayalsCard now={now} />
                <ExportCard />
                <SectionList sections={sections} />
                <CorrectionCard teachers={teachers} />
              </Cards>
            </View>
          )}
        </DetailView>
      )}
    </PageFrame>
  );
}
