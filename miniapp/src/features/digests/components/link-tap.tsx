import { Text } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
import type { IconName } from '@/ui/icon/names';
import { Tap } from '@/ui/tap';
import './link-tap.scss';

/** A small action in a line of words. */
export const LinkTap = ({ text, icon, onTap }: { text: string; icon?: IconName; onTap: () => void }) => (
  <Tap className="lt" label={text} onTap={onTap}>
    {icon && <Icon name={icon} size={16} />}
    <Text>{text}</Text>
  </Tap>
);
