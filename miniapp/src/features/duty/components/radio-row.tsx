import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { Tap } from '@/ui/tap';
import './radio-row.scss';

interface Props {
  text: string;
  note: string;
  on: boolean;
  onTap: () => void;
}

/** One of several, with what is worth knowing of it. */
export const RadioRow = ({ text, note, on, onTap }: Props) => (
  <Tap className="du-o" role="radio" label={`${text}，${note}`} checked={on} onTap={onTap}>
    <View className={cx('du-or', on && 'du-or-on')} />
    <View className="grow">
      <Text className="du-on">{text}</Text>
      <Text className="cap du-on">{note}</Text>
    </View>
  </Tap>
);
