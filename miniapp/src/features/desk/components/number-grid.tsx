import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import type { NumberWords } from '../words';
import './number-grid.scss';

export interface NumberCard extends NumberWords {
  onTap: () => void;
}

/** Numbers side by side, each with the worst case in words; a zero stays, in grey. */
export const NumberGrid = ({ numbers }: { numbers: readonly NumberCard[] }) => (
  <View className="ng">
    {numbers.map(({ name, count, worst, urgent, onTap }) => (
      <Tap key={name} className="ng-c" role="link" label={`${name} ${count}，${worst}`} onTap={onTap}>
        <View className="ng-k">
          <Text className="grow">{name}</Text>
          <Icon name="chevron-right" size={16} />
        </View>
        <Text className={cx('ng-n', count === 0 && 'ng-z')}>{count}</Text>
        <Text className={cx('ng-s', urgent && 'ng-w')}>{worst}</Text>
      </Tap>
    ))}
  </View>
);
