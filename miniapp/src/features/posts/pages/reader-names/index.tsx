import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { copy } from '@/platform/device';
import { back, signInFirst, usePageQuery } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { ActionBar } from '@/ui/action-bar';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { Tabs } from '@/ui/tabs';
import { useReaderNames } from '../../must-read-hooks';
import './index.scss';

/** Who of a class has read a notice, and who has not; opening it is recorded. */
export default function ReaderNamesPage() {
  const { id = '', college = '', className = '', graduationYear = '' } = usePageQuery();
  const signedIn = useSession(({ token }) => token !== null);
  const of = { college, className, graduationYear: Number(graduationYear) };
  const query = useReaderNames(id, of, signedIn);
  const now = useNow();
  const [tab, setTab] = useState<'unread' | 'read'>('unread');
  const refused = query.error !== null && asApiError(query.error).code === 'action.forbidden';
  const unread = query.data?.unread.map(({ name }) => name) ?? [];
  return (
    <PageFrame
      title={className || '班级名单'}
      section="home"
      actions={
        tab === 'unread' && unread.length > 0 ? (
          <ActionBar>
            <Button
              text="复制没读的名单"
              icon="copy"
              tall
              grow
              onTap={() => copy(unread.join('、'), '已复制，私下提醒，别发到大群')}
            />
          </ActionBar>
        ) : undefined
      }
    >
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后看名单"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="这份名单你看不了"
          text="只有发给班级的通知有名单，给发布人和本栏目的骨干、老师看"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <DetailView query={query} what="名单" ageOf={(since) => momentWords(since, now)}>
          {(names) => (
            <View className="stack">
              <Tabs
                tabs={[
                  { value: 'unread', text: `没读 ${names.unread.length}` },
                  { value: 'read', text: `读完 ${names.read.length}` },
                ]}
                value={tab}
                onChange={setTab}
              />
              <Cards>
                {names[tab].length === 0 ? (
                  <StateView icon="check-circle" title={tab === 'unread' ? '都读完了' : '还没有人读完'} />
                ) : (
                  <Card>
                    {tab === 'unread'
                      ? names.unread.map(({ name }, index) => <Person key={index} name={name} />)
                      : names.read.map(({ name, readAt }, index) => (
                          <Person key={index} name={name} note={momentWords(new Date(readAt), now)} />
                        ))}
                  </Card>
                )}
                <Text className="cap">名单只有发布人和本栏目的骨干、老师看得到，打开会留记录。</Text>
              </Cards>
            </View>
          )}
        </DetailView>
      )}
    </PageFrame>
  );
}

const Person = ({ name, note }: { name: string; note?: string }) => (
  <View className="rn">
    <Avatar name={name} />
    <View className="grow">
      <Text className="rn-n">{name}</Text>
      {note && <Text className="cap rn-n">{note}</Text>}
    </View>
  </View>
);
