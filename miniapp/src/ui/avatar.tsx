import { Text, View } from '@tarojs/components';
import './avatar.scss';
import { cx } from './class-names';
import { Icon } from './icon/icon';

interface Props {
  name: string;
  /** Nobody's face: an anonymous person. */
  anonymous?: boolean;
  big?: boolean;
}

/** The first character of a name; no pictures of people. */
export const Avatar = ({ name, anonymous = false, big = false }: Props) => (
  <View className={cx('ava', anonymous && 'ava-x', big && 'ava-b')} aria-hidden="true">
    {anonymous ? <Icon name="eye-off" size={20} /> : <Text>{name.slice(0, 1)}</Text>}
  </View>
);
