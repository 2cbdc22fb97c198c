import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './list-end.scss';

/** The end of a list stops on a useful line. */
export const ListEnd = ({ text, actions }: { text: string; actions?: ReactNode }) => (
  <View className="end">
    <Text>{text}</Text>
    {actions && <View className="end-a">{actions}</View>}
  </View>
);
