import type { EndingTerm } from '@qihang/shared/people/contract';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { Text, View } from '@tarojs/components';
import { useBoards } from '@/common/boards/boards';
import { open } from '@/platform/navigation';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Pill } from '@/ui/pill';
import { boardWords, countWords, daysLeft, leftState, termWords } from '../words';
import './person-row.scss';

/** A term that ends soon: whose, when, and what must be handed over before. */
export function TermCard({ term, now }: { term: EndingTerm; now: Date }) {
  const boards = useBoards().data?.items ?? [];
  const days = daysLeft(term.endsAt ?? '', now);
  return (
    <Card>
      <View className="pp">
        <Avatar name={term.person.name} />
        <View className="grow">
          <Text className="pp-n">{term.person.name}</Text>
          <Text className="pp-g">
            {roleNames[term.role]}：{boardWords(term.boards, boards)}，{termWords(term, now)}
          </Text>
          <Text className="pp-g">{countWords(term.holdings)}</Text>
        </View>
        <Pill state={leftState(days)} words={[days <= 1 ? '今天结束' : `剩 ${days} 天`]} />
      </View>
      <View className="pp-a">
        <Button text="看交接清单" look="quiet" onTap={() => open('handover', { id: term.person.id })} />
        <Button text="看任期" look="quiet" onTap={() => open('person', { id: term.person.id })} />
      </View>
    </Card>
  );
}
