import type { Mute } from '@qihang/shared/moderation/contract';
import type { MuteState } from '@qihang/shared/moderation/vocabulary';
import { Text, View } from '@tarojs/components';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Tag } from '@/ui/tag';
import './person-row.scss';

const stateNames = { active: '禁言中', lifted: '已解除', over: '已到期' } as const satisfies Record<
  MuteState,
  string
>;

interface Props {
  mute: Mute;
  now: Date;
  onLift: (mute: Mute) => void;
}

/** Who may not speak until when, why, and by whom; an anonymous author stays one. */
export const MuteCard = ({ mute, now, onLift }: Props) => (
  <Card>
    <View className="pp">
      <Avatar name={mute.person.name} anonymous={mute.person.anonymous} />
      <View className="grow">
        <Text className="pp-n">{mute.person.name}</Text>
        <Text className="pp-g">{mute.reason}</Text>
      </View>
      <Tag text={stateNames[mute.state]} tone={mute.state === 'active' ? 'red' : 'grey'} />
    </View>
    <Text className="pp-g">因为“{mute.excerpt}”</Text>
    <DotLine
      className="cap"
      parts={[
        `${mute.mutedBy} ${momentWords(new Date(mute.mutedAt), now)}`,
        mute.lifted
          ? `${mute.lifted.by}解除：${mute.lifted.note}`
          : `到 ${momentWords(new Date(mute.endsAt), now)}`,
      ]}
    />
    {mute.viewer.can.includes('lift') && (
      <View className="pp-a">
        <Button text="解除禁言" look="quiet" onTap={() => onLift(mute)} />
      </View>
    )}
  </Card>
);
