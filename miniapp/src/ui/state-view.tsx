import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { Icon } from './icon/icon';
import type { IconName } from './icon/names';
import './state-view.scss';

interface Props {
  icon?: IconName;
  title: string;
  text?: string;
  /** Buttons below each other: what to do next. */
  actions?: ReactNode;
  /** Number of the failed request, to be told with a complaint. */
  requestId?: string | undefined;
}

/** What stands in the place of content: empty, failed, not to be seen. */
export const StateView = ({ icon = 'inbox', title, text, actions, requestId }: Props) => (
  <View className="sv">
    <Icon name={icon} size={40} className="sv-i" />
    <Text className="sv-t" {...a11y({ role: 'heading' })}>
      {title}
    </Text>
    {text && <Text className="sv-p">{text}</Text>}
    {actions && <View className="sv-a">{actions}</View>}
    {requestId && <Text className="cap sv-c">编号 {requestId}，反馈时带上它</Text>}
  </View>
);
