import type { Desk } from '@qihang/shared/desk/contract';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Card } from '@/ui/card';
import { CourseLine } from '@/ui/course-line';
import { dateWords, daysFrom } from '@/ui/date-words';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import './term-card.scss';

/** From 60 days before the end of a term: when it ends, and what is still to be handed over. */
export function TermCard({ term, now }: { term: NonNullable<Desk['term']>; now: Date }) {
  const { startsAt, endsAt, holdings } = term;
  const start = Date.parse(startsAt);
  const last = new Date(Date.parse(endsAt) - 1);
  const days = Math.max(daysFrom(now, last) + 1, 0);
  const left = days <= 1 ? '今天' : `还有 ${days} 天，${dateWords(last, now)}`;
  return (
    <Card className="tc">
      <View className="tc-h">
        <Text className="grow strong">任期{left}到期</Text>
        <Tap className="tc-a" role="link" label="去交接" onTap={() => open('handover')}>
          <Text>去交接</Text>
          <Icon name="chevron-right" size={16} />
        </Tap>
      </View>
      <View className="tc-c">
        <CourseLine passed={(now.getTime() - start) / (Date.parse(endsAt) - start)} ring start tone="warm" />
      </View>
      <View className="row cap">
        <Text className="grow">{dateWords(new Date(start), now)} 上任</Text>
        <Text className={holdings > 0 ? 'tc-w' : ''}>
          {holdings > 0 ? `还有 ${holdings} 件没交出去` : '都交出去了'}
        </Text>
      </View>
    </Card>
  );
}
