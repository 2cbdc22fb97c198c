import type { Notification } from '@qihang/shared/notifications/contract';
import {
  type NotificationGroup,
  notificationGroupNames,
  notificationGroups,
  notificationLimits,
} from '@qihang/shared/notifications/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { useCallback, useMemo, useState } from 'react';
import { inboxRoot, useUnread } from '@/common/inbox/inbox';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import type { CursorPages } from '@/platform/cursor-pages';
import { toast } from '@/platform/feedback';
import { open, signInFirst } from '@/platform/navigation';
import { useShown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { Chip, Chips } from '@/ui/filter-bar';
import { Icon } from '@/ui/icon/icon';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { StateView } from '@/ui/state-view';
import { Tap } from '@/ui/tap';
import { NavBar } from '@/ui/top-bar';
import { CreditLine } from '../../components/credit-line';
import { MessageRow, MessageSkeleton } from '../../components/message-row';
import { byDay, type Day } from '../../days';
import { useApplied, useNotifications, useRead } from '../../hooks';
import './index.scss';

const keyOf = ({ key }: Day) => key;

export default function NotificationsPage() {
  const signedIn = useSession(({ token }) => token !== null);
  return (
    <PageFrame
      title="消息"
      section="me"
      header={
        <NavBar
          title="消息"
          extra={
            signedIn && (
              <Tap className="tb-b" label="消息设置" onTap={() => open('messageSettings')}>
                <Icon name="settings" />
              </Tap>
            )
          }
        />
      }
    >
      {signedIn ? (
        <Inbox />
      ) : (
        <StateView
          icon="bell"
          title="登录后看消息"
          text="有人回答你的问题、审核有结果，都在这里"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

function Inbox() {
  const now = useNow();
  const client = useQueryClient();
  // The number on the tab follows what is read here.
  useUnread();
  const [group, setGroup] = useState<NotificationGroup>();
  const list = useNotifications(group, true);
  const { mutate: mark, isPending } = useRead();
  const applied = useApplied();
  useShown(() => {
    client.invalidateQueries({ queryKey: [inboxRoot] });
  });
  const [first] = list.pages;
  const unread = first?.unread ?? 0;
  const counts = first?.counts;
  const days: CursorPages<Day> = useMemo(() => {
    const pages = byDay(
      list.pages.map(({ items }) => items),
      now,
    );
    return { ...list, pages: pages.map((items) => ({ items, nextCursor: null })) };
  }, [list, now]);

  const read = useCallback(
    ({ id, read: already }: Notification) => {
      if (!already) mark({ ids: [id] });
    },
    [mark],
  );
  const failed = (error: Error) => toast(asApiError(error).message);
  const readAll = () =>
    mark(group === undefined ? { all: true } : { all: true, group }, {
      onSuccess: ({ changed }) =>
        toast('已全部标为已读', {
          label: '撤销',
          run: () => mark({ ids: changed, read: false }, { onError: failed }),
        }),
      onError: failed,
    });
  const waiting = group === undefined ? unread : (counts?.[group] ?? 0);
  const topKey = days.pages[0]?.items[0]?.key;
  const renderDay = useCallback(
    ({ key, heading, items }: Day) => (
      <View>
        {heading && (
          <View className="nt-day">
            <Text className="grow">{heading}</Text>
            {key === topKey && waiting > 0 && !isPending && (
              <Tap className="nt-all" label="全部已读" onTap={readAll}>
                <Text>全部已读</Text>
              </Tap>
            )}
          </View>
        )}
        <Card className="nt-card">
          {items.map((message) => (
            <MessageRow key={message.id} message={message} now={now} onRead={read} onApplied={applied} />
          ))}
        </Card>
      </View>
    ),
    [topKey, waiting, isPending, now, read, readAll, applied],
  );
  return (
    <>
      <View className="nt-chips">
        <Chips>
          <Chip
            text="全部"
            on={group === undefined}
            count={unread || undefined}
            onTap={() => setGroup(undefined)}
          />
          {notificationGroups.map((one) => (
            <Chip
              key={one}
              text={notificationGroupNames[one]}
              on={group === one}
              count={counts?.[one] || undefined}
              onTap={() => setGroup(one)}
            />
          ))}
        </Chips>
      </View>
      {list.status === 'ready' && list.staleSince === null && <CreditLine />}
      <PagedList
        list={days}
        what="消息"
        keyOf={keyOf}
        renderItem={renderDay}
        skeleton={
          <Card>
            <MessageSkeleton />
          </Card>
        }
        ageOf={(since) => momentWords(since, now)}
        empty={group === undefined ? <Empty /> : <EmptyGroup onAll={() => setGroup(undefined)} />}
        end={<ListEnd text={`只留最近 ${notificationLimits.keptDays} 天的消息`} />}
      />
    </>
  );
}

const Empty = () => (
  <StateView
    icon="inbox"
    title="还没有消息"
    text="有人回答你的问题、你发布的内容审核有结果，都会在这里"
    actions={
      <>
        <Button text="去看在招岗位" look="main" onTap={() => open('jobs')} />
        <Button text="提一个问题" onTap={() => open('ask')} />
      </>
    }
  />
);

const EmptyGroup = ({ onAll }: { onAll: () => void }) => (
  <StateView icon="inbox" title="这一类还没有消息" actions={<Button text="看全部消息" onTap={onAll} />} />
);
