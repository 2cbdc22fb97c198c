import { View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import './tick.scss';

/** The box of a row that can be ticked; the row says so to screen readers. */
export const Tick = ({ on }: { on: boolean }) => (
  <View className={cx('tick', on && 'tick-on')} aria-hidden="true">
    {on && <Icon name="check" size={16} />}
  </View>
);
