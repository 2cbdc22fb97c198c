import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { Icon } from './icon/icon';
import './section-header.scss';
import { Tap } from './tap';

interface Props {
  title: string;
  more?: { text: ReactNode; label: string; icon?: 'chevron-right' | 'pencil'; onTap: () => void };
}

export const SectionHeader = ({ title, more }: Props) => (
  <View className="sec">
    <Text className="sec-t" {...a11y({ role: 'heading' })}>
      {title}
    </Text>
    {more && (
      <Tap className="sec-m" role="link" label={more.label} onTap={more.onTap}>
        {more.text}
        <Icon name={more.icon ?? 'chevron-right'} size={16} />
      </Tap>
    )}
  </View>
);
