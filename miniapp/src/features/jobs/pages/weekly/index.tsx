import type { Weekly } from '@qihang/shared/weekly/contract';
import { Text, View } from '@tarojs/components';
import { useNow } from '@/platform/clock';
import { open, signInFirst } from '@/platform/navigation';
import { usePullDown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { dateWords, momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Icon } from '@/ui/icon/icon';
import { ListEnd } from '@/ui/list-end';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { changeFilters, noFilters } from '../../browse/filters';
import { RelatedJobs } from '../../browse/related-jobs';
import { useWeekly } from '../../follows/weekly';
import './index.scss';

export default function WeeklyPage() {
  const signedIn = useSession(({ token }) => token !== null);
  return (
    <PageFrame title="这一周" section="me">
      {signedIn ? (
        <Week />
      ) : (
        <StateView
          icon="compass"
          title="登录后看这一周"
          text="对口的新岗位、关注的、快截止的、你的问题，每周汇总一次"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

function Week() {
  const query = useWeekly();
  const now = useNow();
  usePullDown(() => query.refetch());
  return (
    <DetailView query={query} what="这一周" ageOf={(since) => momentWords(since, now)}>
      {(week) => <Parts week={week} now={now} />}
    </DetailView>
  );
}

const More = ({ text, label, onTap }: { text: string; label: string; onTap: () => void }) => (
  <Tap className="wk-more" role="link" label={label} onTap={onTap}>
    <Text>{text}</Text>
    <Icon name="chevron-right" size={16} />
  </Tap>
);

const seeAll = () => {
  changeFilters({ ...noFilters, sort: 'match' });
  open('jobs');
};

function Parts({ week, now }: { week: Weekly; now: Date }) {
  const { matches, follows, closing, threads, improve } = week;
  const nothing = matches.total + follows.length + closing.length + threads.length === 0;
  const gap = matches.total === 0 ? improve[0] : undefined;
  return (
    <View className="stack">
      <Text className="meta wk-days">
        {dateWords(new Date(week.from), now)}到{dateWords(new Date(week.to), now)}
      </Text>
      {gap !== undefined && (
        <View className="wk-gap">
          <Note
            text={gap}
            icon="pencil"
            tone="brand"
            action={{ text: '去填', onTap: () => open('profile') }}
          />
        </View>
      )}
      {nothing ? (
        <StateView
          icon="compass"
          title="这一周没有新的"
          text="关注几个条件、单位或栏目，有新的会在这里"
          actions={<Button text="去看岗位" look="main" onTap={() => open('jobs')} />}
        />
      ) : (
        <Cards>
          <RelatedJobs title={`收藏快截止 ${closing.length}`} jobs={closing} now={now} />
          <RelatedJobs
            title={`对口新岗位 ${matches.total}`}
            jobs={matches.items}
            now={now}
            extra={
              matches.total > matches.items.length && (
                <More text="看全部" label="看全部对口岗位" onTap={seeAll} />
              )
            }
          />
          {follows.map((follow) => (
            <RelatedJobs
              key={follow.id}
              title={`${follow.title} ${follow.total}`}
              jobs={follow.jobs}
              now={now}
              extra={<More text="我的关注" label="看我的关注" onTap={() => open('follows')} />}
            >
              {follow.posts.map((post) => (
                <Tap
                  key={post.id}
                  className="rj-j"
                  role="link"
                  label={post.title}
                  onTap={() => open('post', { id: post.id })}
                >
                  <Text className="strong wk-b">{post.title}</Text>
                  <Text className="meta wk-b">{momentWords(new Date(post.publishedAt), now)}</Text>
                </Tap>
              ))}
            </RelatedJobs>
          ))}
          {threads.length > 0 && <Threads threads={threads} />}
        </Cards>
      )}
      <ListEnd text="每周日 19:00 汇总到消息里。不想收，可以在消息设置里关掉“对口新岗位”" />
    </View>
  );
}

const threadWords = ({ mine, answers, waits }: Weekly['threads'][number]): string =>
  [
    mine ? '我的问题' : '关注的问题',
    ...(answers > 0 ? [`${answers} 个新回答`] : []),
    ...(waits ? ['有用就采纳'] : []),
  ].join('，');

const Threads = ({ threads }: Pick<Weekly, 'threads'>) => (
  <Card className="rj" title={`问题 ${threads.length}`}>
    {threads.map((thread) => (
      <Tap
        key={thread.id}
        className="rj-j"
        role="link"
        label={`${thread.title}，${threadWords(thread)}`}
        onTap={() => open('thread', { id: thread.id })}
      >
        <View>
          <Text className="strong wk-b">{thread.title}</Text>
          <Text className="meta wk-b">{threadWords(thread)}</Text>
        </View>
      </Tap>
    ))}
  </Card>
);
