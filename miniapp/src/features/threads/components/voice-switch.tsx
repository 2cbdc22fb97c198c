import { Text, View } from '@tarojs/components';
import { Switch } from '@/ui/form/choice-field';
import { Icon } from '@/ui/icon/icon';
import type { IconName } from '@/ui/icon/names';
import './voice-switch.scss';

interface Props {
  icon: IconName;
  label: string;
  /** What follows from it, in one line. */
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** How words are signed: without a name, or for the office. */
export const VoiceSwitch = ({ icon, label, hint, on, onChange }: Props) => (
  <View className="vs">
    <View className="vs-i">
      <Icon name={icon} size={20} />
    </View>
    <View className="grow">
      <Text className="vs-l">{label}</Text>
      <Text className="cap vs-h">{hint}</Text>
    </View>
    <View className="vs-s">
      <Switch label={label} on={on} onChange={onChange} />
    </View>
  </View>
);
