import { Text, View } from '@tarojs/components';
import { cx } from './class-names';
import './tag.scss';
import { Icon } from './icon/icon';
import type { IconName } from './icon/names';

interface Props {
  text: string;
  /** `solid` is for the official answer alone; `wait` is dashed; `late` is warm. */
  tone?: 'brand' | 'red' | 'grey' | 'solid' | 'wait' | 'late';
  icon?: IconName;
}

/** A word in a box, only where it changes the decision. */
export const Tag = ({ text, tone = 'brand', icon }: Props) => (
  <View className={cx('tag', `tag-${tone}`)}>
    {icon && <Icon name={icon} size={16} />}
    <Text>{text}</Text>
  </View>
);
