import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { cx } from './class-names';
import './filter-bar.scss';
import { Icon } from './icon/icon';
import { Tap } from './tap';

/** A row of filters that each open a sheet. */
export const FilterBar = ({ children }: PropsWithChildren) => <View className="fb">{children}</View>;

interface FilterProps {
  text: string;
  /** How many are chosen here. */
  count: number;
  icon?: 'chevron-down' | 'sliders';
  onTap: () => void;
}

export const Filter = ({ text, count, icon = 'chevron-down', onTap }: FilterProps) => (
  <Tap
    className={cx('fb-f', count > 0 && 'fb-on')}
    label={count > 0 ? `${text}，已选 ${count} 项` : text}
    onTap={onTap}
  >
    <Text>{text}</Text>
    {count > 0 ? <Text className="fb-n">{count}</Text> : <Icon name={icon} size={16} />}
  </Tap>
);

/** Chips in a line that slides sideways. */
export const Chips = ({ children }: PropsWithChildren) => <View className="chips">{children}</View>;

interface ChipProps {
  text: string;
  on?: boolean;
  /** A cross: the chip stands for an active filter, and a tap lifts it. */
  removable?: boolean;
  /** Beside the text, in grey: how many. */
  count?: number | undefined;
  onTap: () => void;
}

export const Chip = ({ text, on = false, removable = false, count, onTap }: ChipProps) => (
  <Tap
    className="chip-tap"
    role={removable ? 'button' : 'checkbox'}
    label={removable ? `去掉 ${text}` : text}
    onTap={onTap}
    {...(removable ? {} : { checked: on })}
  >
    <View className={cx('chip', on && 'chip-on')}>
      <Text>{text}</Text>
      {count !== undefined && <Text className="chip-n">{count}</Text>}
      {removable && <Icon name="close" size={16} />}
    </View>
  </Tap>
);
