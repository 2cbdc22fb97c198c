import type { Me } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import { Fragment } from 'react';
import { useMe } from '@/common/account/me';
import { useUnread } from '@/common/inbox/inbox';
import { mayDo } from '@/features/account/can';
import { mainRole, profileParts, wishWords } from '@/features/account/words';
import { useMyJobs } from '@/features/jobs/fresh/hooks';
import { SavedSummary } from '@/features/jobs/saves/saved-summary';
import { TermBanner } from '@/features/people/components/term-banner';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { open, signInFirst } from '@/platform/navigation';
import { failureWords } from '@/platform/retrying';
import { useSession } from '@/platform/session';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { dateWords, momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { ListRow, ListRows } from '@/ui/list-row';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Bone } from '@/ui/skeleton';
import { Tap } from '@/ui/tap';
import { TitleBar } from '@/ui/top-bar';
import './index.scss';
import { groupsFor } from './rows';

export default function MePage() {
  const signedIn = useSession(({ token }) => token !== null);
  const { data: me, error, refetch } = useMe();
  const closing = signedIn && error !== null && asApiError(error).code === 'account.closing';
  const now = useNow();
  const waiting = useMyJobs('waiting', signedIn && mayDo(me, 'publish-jobs')).pages[0]?.counts.waiting;
  const unread = useUnread();
  return (
    <PageFrame title="我的" tab="me" header={<TitleBar title="我的" />}>
      <View className="stack">
        <View className="cards">
          {closing ? (
            <Closing />
          ) : !signedIn ? (
            <Visitor />
          ) : me ? (
            <Person me={me} />
          ) : (
            <Unknown error={error} onRetry={refetch} />
          )}
          {signedIn && me && !closing && <Standing me={me} now={now} />}
          {signedIn && me && !closing && <Desk me={me} />}
          {signedIn && <SavedSummary now={now} />}
          {groupsFor(signedIn, { me, waiting, unread }).map(({ title, rows }) => (
            <Fragment key={title ?? ''}>
              {title && <Text className="me-g">{title}</Text>}
              <ListRows>
                {rows.map(({ page, query, icon, text, note }) => (
                  <ListRow key={text} icon={icon} text={text} note={note} onTap={() => open(page, query)} />
                ))}
              </ListRows>
            </Fragment>
          ))}
        </View>
      </View>
    </PageFrame>
  );
}

const Closing = () => (
  <Note
    tone="red"
    icon="clock"
    text="账号正在注销，撤销后才能继续使用"
    action={{ text: '查看', onTap: () => open('leave') }}
  />
);

/** Signed in, and nothing is known yet of the person. */
const Unknown = ({ error, onRetry }: { error: Error | null; onRetry: () => void }) =>
  error ? (
    <Note
      tone="warm"
      icon="alert"
      text={`没能取到你的资料：${failureWords(asApiError(error))}`}
      action={{ text: '重试', onTap: onRetry }}
    />
  ) : (
    <Card>
      <View aria-label="正在取你的资料">
        <Bone width={40} look="title" />
        <Bone width={72} />
      </View>
    </Card>
  );

const Visitor = () => (
  <Card>
    <View className="me-p">
      <Avatar name="访" anonymous big />
      <View className="grow">
        <Text className="me-n">还没有登录</Text>
        <Text className="meta">登录后可以提问、回答和发布</Text>
      </View>
      <Button text="登录" onTap={signInFirst} />
    </View>
  </Card>
);

function Person({ me }: { me: Me }) {
  const wish = wishWords(me.profile);
  const parts = profileParts(me.profile);
  const known = parts.some(Boolean);
  return (
    <Card>
      <View className="me-p">
        <Avatar name={me.name} big />
        <View className="grow">
          <Text className="me-n">{me.name}</Text>
          <DotLine className="meta" parts={known ? parts : [me.college, mainRole(me)?.name]} />
          <Text className="cap">{wish ?? '还没有写意向城市和类型'}</Text>
        </View>
        <Tap className="me-e" label="编辑求职资料" onTap={() => open('profile')}>
          <Icon name="pencil" size={20} />
        </Tap>
      </View>
    </Card>
  );
}

/** What a person must know of the own standing: a mute, and a term that ends. */
const Standing = ({ me, now }: { me: Me; now: Date }) => (
  <>
    {me.muted && (
      <Note
        tone="red"
        icon="minus"
        text={`你被禁言到 ${momentWords(new Date(me.muted.until), now)}：${me.muted.reason}。可以阅读和收藏`}
      />
    )}
    <TermBanner me={me} now={now} />
  </>
);

/** For those who publish: where their work begins. */
function Desk({ me }: { me: Me }) {
  const now = useNow();
  const jobs = mayDo(me, 'publish-jobs');
  const posts = mayDo(me, 'publish-posts');
  const role = mainRole(me);
  if (!(jobs || posts) || !role) return null;
  return (
    <View className="me-d">
      <Tap className="me-d-h" role="link" label="打开工作台" onTap={() => open('desk')}>
        <Icon name="grid" />
        <View className="grow">
          <Text className="me-d-t">{role.name}工作台</Text>
          <Text className="cap">
            {role.endsAt
              ? `任期至 ${dateWords(new Date(Date.parse(role.endsAt) - 1), now)}`
              : '待审、没发完的、读者反馈'}
          </Text>
        </View>
        <Icon name="chevron-right" size={16} />
      </Tap>
      <View className="me-d-b">
        {jobs && <Button text="发布岗位" icon="plus" look="main" grow onTap={() => open('jobForm')} />}
        {posts && <Button text="写文章" icon="pencil" tall grow onTap={() => open('postForm')} />}
      </View>
    </View>
  );
}
