import { Text, View } from '@tarojs/components';
import { Switch } from '@/ui/form/choice-field';
import './switch-row.scss';

interface Props {
  text: string;
  /** '' for none. */
  hint: string;
  /** In bold, as the head of a card. */
  strong?: boolean;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** What can be turned on and off, with what it means. */
export const SwitchRow = ({ text, hint, strong = false, on, onChange }: Props) => (
  <View className="swr">
    <View className="grow">
      <Text className={strong ? 'strong swr-t' : 'swr-t'}>{text}</Text>
      {hint !== '' && <Text className="cap swr-t">{hint}</Text>}
    </View>
    <View className="swr-s">
      <Switch label={text} on={on} onChange={onChange} />
    </View>
  </View>
);

/** What cannot be turned off says so: a switch that does not move would be a riddle. */
export const FixedRow = ({ text, note }: { text: string; note: string }) => (
  <View className="swr">
    <Text className="grow">{text}</Text>
    <Text className="meta swr-f">{note}</Text>
  </View>
);
