import type { DigestRecord } from '@qihang/shared/digests/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { useNearEnd, usePullDown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { clockWords, daysFrom, momentWords } from '@/ui/date-words';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { LeadOnly } from '../../components/lead-only';
import { LinkTap } from '../../components/link-tap';
import { Meter } from '../../components/meter';
import { useDigests, useGroups, useReport } from '../../hooks';
import { setsOf } from '../../sets';
import './index.scss';

const reportDays = 7;

/** What was sent to which group, and how often it was opened; never who did. */
export default function DigestHistoryPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const list = useDigests(signedIn);
  const report = useReport(reportDays, signedIn);
  const groups = useGroups(signedIn);
  const now = useNow();
  usePullDown(async () => {
    await Promise.all([list.refresh(), report.refetch()]);
  });
  useNearEnd(list.loadMore);
  const sets = setsOf(list.pages.flatMap(({ items }) => items));
  const names = groups.data?.items ?? [];
  const most = Math.max(1, ...(report.data?.groups.map(({ opens }) => opens) ?? []));
  return (
    <PageFrame title="发过的群发包" section="me">
      <LeadOnly error={list.status === 'failed' ? list.error : null} onRetry={list.refresh}>
        <Cards className="stack">
          {report.data && (
            <Card title={`最近 ${reportDays} 天`}>
              <Text className="hs-s">
                发了 {report.data.sent} 次，打开 {report.data.opens} 次
              </Text>
              {report.data.groups.map(({ group, opens, pieces }) => (
                <View key={group.id} className="hs-g">
                  <View className="row">
                    <Text className="grow strong">{group.name}</Text>
                    <Opens n={opens} />
                  </View>
                  <Meter part={opens / most} />
                  {pieces.slice(0, 3).map(({ type, id, title, opens: n }) => (
                    <View key={`${type}${id}`} className="row hs-p">
                      <Text className="grow hs-pt">{title}</Text>
                      <Text>{n}</Text>
                    </View>
                  ))}
                </View>
              ))}
              <Text className="cap">每打开一页算一次，不记是谁打开的。</Text>
            </Card>
          )}
          {sets.map((set) => (
            <SetCard
              key={set.id}
              records={set.records}
              missing={
                daysFrom(now, new Date(set.createdAt)) === 0
                  ? names.filter(({ id }) => !set.records.some(({ group }) => group?.id === id))
                  : []
              }
              now={now}
            />
          ))}
        </Cards>
        {list.status === 'ready' && sets.length === 0 && (
          <StateView
            icon="megaphone"
            title="还没有做过群发包"
            text="选几条岗位，一分钟发到群里"
            actions={<Button text="做一个" look="main" onTap={() => open('digest')} />}
          />
        )}
        {list.status === 'ready' && sets.length > 0 && list.more === 'none' && (
          <ListEnd text="只留最近一年" />
        )}
      </LeadOnly>
    </PageFrame>
  );
}

const Opens = ({ n }: { n: number }) => (
  <View className="row hs-o">
    <Text className="hs-n">{n}</Text>
    <Text className="cap">次打开</Text>
  </View>
);

interface SetProps {
  records: DigestRecord[];
  /** Groups that have not had it. */
  missing: { id: string; name: string }[];
  now: Date;
}

function SetCard({ records, missing, now }: SetProps) {
  const [shown, setShown] = useState(false);
  const [first] = records;
  if (!first) return null;
  return (
    <Card
      title={`${momentWords(new Date(first.createdAt), now)}，${first.pieces.length} 条`}
      extra={<LinkTap text={shown ? '收起' : '看内容'} onTap={() => setShown(!shown)} />}
    >
      {records.map((record) => (
        <View key={record.id} className="row hs-r">
          <View className="grow">
            <Text className="strong hs-b">{record.group?.name ?? '没有选群'}</Text>
            <Text className="cap hs-b">{record.sentAt === null ? '还没发' : sentBy(record)}</Text>
            {record.favourite && <Text className="cap hs-b">看得最多：{record.favourite}</Text>}
          </View>
          {record.sentAt === null && record.group ? (
            <LinkTap text="去发" onTap={() => open('digest', { like: record.id, group: record.group?.id })} />
          ) : (
            <Opens n={record.opens} />
          )}
        </View>
      ))}
      {missing.map(({ id, name }) => (
        <View key={id} className="row hs-r">
          <View className="grow">
            <Text className="strong hs-b">{name}</Text>
            <Text className="cap hs-b">还没发</Text>
          </View>
          <LinkTap text="去发" onTap={() => open('digest', { like: first.id, group: id })} />
        </View>
      ))}
      {shown && <Text className="hs-x">{first.parts.join('\n\n')}</Text>}
    </Card>
  );

  function sentBy({ sentAt, sentByMe, sentBy: name }: DigestRecord): string {
    return `${clockWords(new Date(sentAt ?? 0))} 由${sentByMe ? '你' : ` ${name ?? '已注销的骨干'} `}发`;
  }
}
