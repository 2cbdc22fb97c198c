import { followLimits } from '@qihang/shared/follows/vocabulary';
import { View } from '@tarojs/components';
import { useBoards } from '@/common/boards/boards';
import { useFollows } from '@/common/follows/follows';
import { useNow } from '@/platform/clock';
import { open, signInFirst } from '@/platform/navigation';
import { usePullDown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { FollowCard } from '../../follows/follow-card';

export default function FollowsPage() {
  const signedIn = useSession(({ token }) => token !== null);
  return (
    <PageFrame title="我的关注" section="me">
      {signedIn ? (
        <Follows />
      ) : (
        <StateView
          icon="bell"
          title="登录后看关注"
          text="关注岗位条件、单位和栏目，有新的告诉你"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

function Follows() {
  const query = useFollows();
  const now = useNow();
  const boards = useBoards().data?.items ?? [];
  const articles = new Set(boards.filter(({ kind }) => kind === 'article').map(({ slug }) => slug));
  usePullDown(() => query.refetch());
  return (
    <DetailView query={query} what="关注" ageOf={(since) => momentWords(since, now)}>
      {({ items }) =>
        items.length === 0 ? (
          <StateView
            icon="bell"
            title="还没有关注"
            text="在招聘页选好条件，点“关注这个筛选”；在岗位页可以关注单位，在栏目页可以关注栏目"
            actions={<Button text="去选条件" look="main" onTap={() => open('jobs')} />}
          />
        ) : (
          <View className="stack">
            <Cards>
              {items.map((follow) => (
                <FollowCard
                  key={follow.id}
                  follow={follow}
                  articles={follow.board !== null && articles.has(follow.board)}
                />
              ))}
            </Cards>
            <ListEnd
              text={`每周汇总在周日 19:00。最多关注 ${followLimits.perPerson} 项，只有你自己看得到`}
              actions={<Button text="看这一周" look="quiet" onTap={() => open('weekly')} />}
            />
          </View>
        )
      }
    </DetailView>
  );
}
