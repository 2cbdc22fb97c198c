import { dayAt } from '@qihang/shared/time/shanghai';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useNow } from '@/platform/clock';
import { open, signInFirst } from '@/platform/navigation';
import { usePullDown } from '@/platform/page';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { dateWords, momentWords, startOfDay } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { MonthGrid } from '@/ui/month-grid';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { marksOf } from '../../saves/calendar';
import { CalendarExport } from '../../saves/calendar-export';
import { useCalendar } from '../../saves/saves';
import { Timeline } from '../../saves/timeline';

export default function CalendarPage() {
  const signedIn = useSession(({ token }) => token !== null);
  return (
    <PageFrame title="截止日历" section="me">
      {signedIn ? (
        <Calendar />
      ) : (
        <StateView
          icon="calendar"
          title="登录后看截止日历"
          text="收藏的岗位什么时候截止，都在这里"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      )}
    </PageFrame>
  );
}

function Calendar() {
  const query = useCalendar();
  const now = useNow();
  const [day, setDay] = useState<string | null>(null);
  usePullDown(query.refetch);
  return (
    <DetailView query={query} what="日历" ageOf={(since) => momentWords(since, now)}>
      {({ items }) => {
        const shown = day === null ? items : items.filter((entry) => entry.day === day);
        return (
          <View className="stack">
            <View className="cards">
              <Card>
                <MonthGrid
                  today={dayAt(now.getTime())}
                  value={day}
                  marks={marksOf(items, now)}
                  onPick={(picked) => setDay(picked === day ? null : picked)}
                />
              </Card>
              <Card
                title={day === null ? '接下来三个月' : dateWords(startOfDay(day), now)}
                extra={day !== null && <Button text="看全部" look="quiet" onTap={() => setDay(null)} />}
              >
                {shown.length > 0 ? (
                  <Timeline entries={shown} now={now} />
                ) : day === null ? (
                  <StateView
                    icon="calendar"
                    title="还没有日子要记"
                    text="在岗位上点书签，截止日期会排到这里"
                    actions={<Button text="去看岗位" look="main" onTap={() => open('jobs')} />}
                  />
                ) : (
                  <Text className="meta">这一天没有收藏的岗位截止</Text>
                )}
              </Card>
              <CalendarExport />
            </View>
          </View>
        );
      }}
    </DetailView>
  );
}
