import { Text } from '@tarojs/components';
import './key.scss';

/** A key of the keyboard, beside what it does. */
export const Key = ({ name }: { name: string }) => (
  <Text className="kbd" aria-hidden="true">
    {name}
  </Text>
);
