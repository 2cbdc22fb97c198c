import { Text, View } from '@tarojs/components';
import './floating-action.scss';
import { Icon } from './icon/icon';
import { Tap } from './tap';

/** The one thing to do on a list page, over its lower right corner. */
export const FloatingAction = ({ text, onTap }: { text: string; onTap: () => void }) => (
  <View className="fa">
    <Tap className="fa-b" label={text} onTap={onTap}>
      <Icon name="pencil" size={20} />
      <Text>{text}</Text>
    </Tap>
  </View>
);
