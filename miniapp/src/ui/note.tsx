import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import { Icon } from './icon/icon';
import type { IconName } from './icon/names';
import './note.scss';
import { Tap } from './tap';

interface Props {
  text: ReactNode;
  icon?: IconName;
  tone?: 'grey' | 'brand' | 'warm' | 'red';
  action?: { text: string; onTap: () => void };
}

/** A fact about trust, a finding or a warning, where the reader needs it. */
export const Note = ({ text, icon = 'info', tone = 'grey', action }: Props) => (
  <View className={cx('note', `note-${tone}`, action && 'note-a')}>
    <Icon name={icon} size={20} className="note-i" />
    <Text className="grow">{text}</Text>
    {action && (
      <Tap className="note-b" label={action.text} onTap={action.onTap}>
        <Text>{action.text}</Text>
      </Tap>
    )}
  </View>
);
