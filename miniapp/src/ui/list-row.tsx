import { Text } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Card } from './card';
import { Icon } from './icon/icon';
import type { IconName } from './icon/names';
import './list-row.scss';
import { Tap } from './tap';

interface Props {
  icon?: IconName;
  text: string;
  /** What waits behind it, or how it is set. */
  note?: string | undefined;
  onTap: () => void;
}

export const ListRow = ({ icon, text, note, onTap }: Props) => (
  <Tap className="lr" role="link" label={note ? `${text}，${note}` : text} onTap={onTap}>
    {icon && <Icon name={icon} size={20} />}
    <Text className="lr-t">{text}</Text>
    {note && <Text className="cap">{note}</Text>}
    <Icon name="chevron-right" size={16} />
  </Tap>
);

/** Rows in one card with lines between them. */
export const ListRows = ({ children }: PropsWithChildren) => <Card className="lrs">{children}</Card>;
