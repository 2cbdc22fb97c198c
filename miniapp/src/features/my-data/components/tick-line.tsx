import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import './tick-line.scss';

interface Props {
  text: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A box to tick, with the words it stands for; never ticked by itself. */
export const TickLine = ({ text, on, onChange }: Props) => (
  <Tap className="tl" role="checkbox" checked={on} label={text} onTap={() => onChange(!on)}>
    <View className={cx('tl-b', on && 'tl-on')}>{on && <Icon name="check" size={16} />}</View>
    <Text className="grow">{text}</Text>
  </Tap>
);
