import { View } from '@tarojs/components';
import { cx } from './class-names';
import './skeleton.scss';

/** A bar of a skeleton; `width` in percent of its line. */
export const Bone = ({
  width,
  look = 'text',
}: {
  width: number;
  look?: 'text' | 'title' | 'pill' | 'block';
}) => <View className={cx('bone', `bone-${look}`)} style={{ width: `${width}%` }} />;
