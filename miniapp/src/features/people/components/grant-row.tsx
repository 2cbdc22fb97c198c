import type { RoleTerm } from '@qihang/shared/people/contract';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { Text, View } from '@tarojs/components';
import { useBoards } from '@/common/boards/boards';
import { Button } from '@/ui/button';
import { Pill } from '@/ui/pill';
import { Tag } from '@/ui/tag';
import { boardWords, daysLeft, leftState, termWords } from '../words';
import './person-row.scss';

interface Props {
  term: RoleTerm;
  now: Date;
  onChange: () => void;
  onEnd: () => void;
}

const shownAhead = 60;

function Left({ term, now }: { term: RoleTerm; now: Date }) {
  if (term.state === 'upcoming') return <Tag text="未开始" tone="wait" />;
  if (term.state !== 'current')
    return <Tag text={term.state === 'ended' ? '已结束' : '已撤回'} tone="grey" />;
  const days = term.endsAt === null ? null : daysLeft(term.endsAt, now);
  if (days === null || days > shownAhead) return <Tag text="在任" />;
  return <Pill state={leftState(days)} words={[days <= 1 ? '今天结束' : `剩 ${days} 天`]} />;
}

/** One term of a person, with what an admin may do about it. */
export function GrantRow({ term, now, onChange, onEnd }: Props) {
  const boards = useBoards().data?.items ?? [];
  const { can } = term.viewer;
  return (
    <View className="gr">
      <View className="row">
        <View className="grow">
          <Text className="pp-n">{roleNames[term.role]}</Text>
          <Text className="pp-g">
            {term.role === 'lead' && `${boardWords(term.boards, boards)}，`}
            {termWords(term, now)}
          </Text>
        </View>
        <Left term={term} now={now} />
      </View>
      {can.length > 0 && (
        <View className="pp-a">
          {can.includes('change') && <Button text="改任期" icon="pencil" look="quiet" onTap={onChange} />}
          {can.includes('end') && (
            <Button text={term.state === 'upcoming' ? '撤回' : '现在结束'} look="quiet" onTap={onEnd} />
          )}
        </View>
      )}
    </View>
  );
}
