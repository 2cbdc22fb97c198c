import type { RosterEntry } from '@qihang/shared/verification/roster';
import { Text, View } from '@tarojs/components';
import { DotLine } from '@/ui/dot-line';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { bindingNames } from '../words';
import './entry-row.scss';

const stateOf = ({ leftAt, boundAt }: RosterEntry) =>
  leftAt !== null ? 'left' : boundAt !== null ? 'bound' : 'unbound';

const tones = { bound: 'brand', unbound: 'wait', left: 'grey' } as const;

/** One person: a card on a phone, a line of a table on a wide window. */
export function EntryRow({ entry, onOpen }: { entry: RosterEntry; onOpen: (entry: RosterEntry) => void }) {
  const state = stateOf(entry);
  const { name, studentNo, college, major, className, graduationYear } = entry;
  return (
    <Tap
      className="er"
      label={`${name}，${studentNo}，${className}，${bindingNames[state]}`}
      onTap={() => onOpen(entry)}
    >
      <Text className="er-no">{studentNo}</Text>
      <Text className="er-n">{name}</Text>
      <View className="er-m">
        <DotLine className="cap" parts={[className, `${graduationYear} 届`, major]} />
      </View>
      <Text className="er-w">{college}</Text>
      <Text className="er-w">{major}</Text>
      <Text className="er-w">{className}</Text>
      <Text className="er-w er-y">{graduationYear}</Text>
      <View className="er-s">
        <Tag text={bindingNames[state]} tone={tones[state]} />
      </View>
    </Tap>
  );
}

/** Names the columns on wide windows. */
export const EntryHead = () => (
  <View className="er er-h" aria-hidden="true">
    {['学号', '姓名', '学院', '专业', '班级', '毕业', '认证'].map((name) => (
      <Text key={name} className="er-hn">
        {name}
      </Text>
    ))}
  </View>
);
