import type { Me } from '@qihang/shared/session/contract';
import { verificationStateNames } from '@qihang/shared/verification/vocabulary';
import { Text, View } from '@tarojs/components';
import { useMe } from '@/features/account/hooks';
import { mainRole, profileParts, wishWords } from '@/features/account/words';
import { PublishRows } from '@/features/jobs/components/publish-rows';
import { SavedSummary } from '@/features/jobs/components/saved-summary';
import { TermBanner } from '@/features/people/components/term-banner';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { useBoards } from '@/platform/site';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { dateWords, momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { ListRow, ListRows } from '@/ui/list-row';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Tap } from '@/ui/tap';
import { TitleBar } from '@/ui/top-bar';
import './index.scss';

export default function MePage() {
  const signedIn = useSession(({ token }) => token !== null);
  const { data: me, error } = useMe();
  const closing = signedIn && error !== null && asApiError(error).code === 'account.closing';
  const now = useNow();
  return (
    <PageFrame title="我的" tab="me" header={<TitleBar title="我的" />}>
      <View className="stack">
        <View className="cards">
          {closing ? <Closing /> : signedIn && me ? <Person me={me} /> : <Visitor />}
          {signedIn && me && !closing && <Standing me={me} now={now} />}
          {signedIn && me && !closing && <Desk me={me} />}
          {signedIn && <SavedSummary now={now} />}
          <ListRows>
            {signedIn && me && <PublishRows />}
            {signedIn && (
              <ListRow icon="calendar" text="截止日历" note="收藏的截止日期" onTap={() => open('calendar')} />
            )}
            {signedIn && (
              <ListRow icon="pencil" text="求职资料" note="专业、学历、意向" onTap={() => open('profile')} />
            )}
            {signedIn && (
              <ListRow
                icon="shield"
                text="身份认证"
                note={me && verificationStateNames[me.verification]}
                onTap={() => open('verification')}
              />
            )}
            {signedIn && me && ['teacher', 'admin'].includes(mainRole(me)?.role ?? '') && (
              <ListRow icon="user" text="名册" note="学生、班级邀请码" onTap={() => open('roster')} />
            )}
            {signedIn && me && mainRole(me)?.role === 'admin' && (
              <ListRow
                icon="sliders"
                text="栏目管理"
                note="开关、改名、排序"
                onTap={() => open('boardsAdmin')}
              />
            )}
            {signedIn && me && mainRole(me)?.role === 'admin' && (
              <ListRow icon="file" text="操作记录" note="谁在何时做了什么" onTap={() => open('audit')} />
            )}
            {signedIn && me && <OfficeRows me={me} />}
            <ListRow icon="search" text="搜索" note="岗位、文章、问题" onTap={() => open('search')} />
            <ListRow icon="settings" text="设置" note="字号、深色" onTap={() => open('settings')} />
          </ListRows>
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

/** For teachers and admins: people, what nobody looks after, who may not speak. */
function OfficeRows({ me }: { me: Me }) {
  if (!me.roles.some(({ role }) => role === 'teacher' || role === 'admin')) return null;
  return (
    <>
      <ListRow icon="user" text="人员与任期" note="职务、到期、交接" onTap={() => open('people')} />
      <ListRow icon="inbox" text="无主事项" note="没人管的岗位和问题" onTap={() => open('orphans')} />
      <ListRow icon="minus" text="禁言名单" note="谁、到何时、为什么" onTap={() => open('mutes')} />
    </>
  );
}

/** For those who publish: where their work begins. */
function Desk({ me }: { me: Me }) {
  const { data } = useBoards();
  const now = useNow();
  const boards = data?.items.filter(({ viewer }) => viewer.can.includes('post')) ?? [];
  const jobs = boards.some(({ kind }) => kind === 'job');
  const articles = boards.filter(({ kind }) => kind === 'article');
  const role = mainRole(me);
  if ((!jobs && articles.length === 0) || !role || role.role === 'graduate') return null;
  return (
    <View className="me-d">
      <View className="me-d-h">
        <Icon name="grid" />
        <View className="grow">
          <Text className="me-d-t">{role.name}工作台</Text>
          {role.endsAt && (
            <Text className="cap">任期至 {dateWords(new Date(Date.parse(role.endsAt) - 1), now)}</Text>
          )}
        </View>
      </View>
      <View className="me-d-b">
        {jobs && <Button text="发布岗位" icon="plus" look="main" grow onTap={() => open('jobForm')} />}
        {articles.length > 0 && (
          <Button text="写文章" icon="pencil" tall grow onTap={() => open('postForm')} />
        )}
      </View>
    </View>
  );
}
