import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import './action-bar.scss';
import { Icon } from './icon/icon';
import type { IconName } from './icon/names';
import { Tap } from './tap';

/** What can be done with the page, in reach of the thumb; `above` is a line over the buttons. */
export const ActionBar = ({ above, children }: PropsWithChildren<{ above?: ReactNode }>) => (
  <View className="ab">
    {above && <View className="ab-l">{above}</View>}
    <View className="ab-r">{children}</View>
  </View>
);

/** A small action beside the main button: icon over its word. */
export const Act = ({ icon, text, onTap }: { icon: IconName; text: string; onTap: () => void }) => (
  <Tap className="act" label={text} onTap={onTap}>
    <Icon name={icon} />
    <Text>{text}</Text>
  </Tap>
);
