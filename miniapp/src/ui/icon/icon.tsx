import { View } from '@tarojs/components';
import { cx } from '../class-names';
import type { IconName } from './names';
import './icon.scss';

interface Props {
  name: IconName;
  /** px on the 24 grid; 16 stands in text, 40 in empty states. */
  size?: 16 | 20 | 24 | 40;
  className?: string;
}

/** An icon in the colour of the text around it; decoration for screen readers. */
export const Icon = ({ name, size = 24, className }: Props) => (
  <View className={cx('i', size !== 24 && `i${size}`, `i-${name}`, className)} aria-hidden="true" />
);
