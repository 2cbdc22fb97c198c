import type { Board } from '@qihang/shared/boards/contract';
import type { PersonSummary, RoleTerm } from '@qihang/shared/people/contract';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { Text, View } from '@tarojs/components';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { boardWords, termWords } from '../words';
import './person-row.scss';

/** What says most about a person; that somebody in office is a student, too, goes without saying. */
function offices(grants: readonly RoleTerm[]): readonly RoleTerm[] {
  const held = grants.filter(({ role }) => role !== 'graduate');
  return held.length > 0 ? held : grants;
}

interface Props {
  person: PersonSummary;
  boards: readonly Board[];
  now: Date;
  onOpen: (person: PersonSummary) => void;
}

/** One person: below each other on a phone, columns of a table on a wide window. */
export const PersonRow = ({ person, boards, now, onOpen }: Props) => (
  <Card>
    <Tap className="pp" role="link" label={`${person.name}，查看任期`} onTap={() => onOpen(person)}>
      <Avatar name={person.name} />
      <View className="grow pp-b">
        <View>
          <Text className="pp-n">{person.name}</Text>
          <DotLine className="cap" parts={[person.studentNo, person.about]} />
        </View>
        <View>
          {offices(person.grants).map((grant) => (
            <Text key={grant.id} className="pp-g">
              {roleNames[grant.role]}
              {grant.role === 'lead' && `：${boardWords(grant.boards, boards)}`}
              {grant.role !== 'graduate' && `，${termWords(grant, now)}`}
            </Text>
          ))}
          {person.grants.length === 0 && <Text className="pp-g">现在没有身份</Text>}
        </View>
        <View className="row">
          {person.mutedUntil !== null && (
            <Tag text={`禁言到 ${momentWords(new Date(person.mutedUntil), now)}`} tone="red" />
          )}
          {!person.verified && <Tag text="未核验" tone="grey" />}
        </View>
      </View>
      <Icon name="chevron-right" size={16} />
    </Tap>
  </Card>
);

/** Names the columns on a wide window. */
export const PersonColumns = () => (
  <View className="pp-h" aria-hidden="true">
    <Text>姓名</Text>
    <Text>身份与任期</Text>
    <Text>状态</Text>
  </View>
);

export const PersonBones = () => (
  <Card>
    <Bone width={30} look="title" />
    <Bone width={70} />
  </Card>
);
