import { Text, View } from '@tarojs/components';
import { Icon } from './icon/icon';
import './offline-bar.scss';
import { Tap } from './tap';

interface Props {
  /** How old what is shown is, in the words of a person: 今天 08:12. */
  age: string;
  what: string;
  /** False when the server answered with a failure: then it is not the network. */
  offline: boolean;
  onRetry: () => void;
}

/** Old content is better than none, if its age is told. */
export const OfflineBar = ({ age, what, offline, onRetry }: Props) => (
  <View className="off">
    <Icon name={offline ? 'wifi-off' : 'alert'} size={20} />
    <Text className="grow">
      {offline ? '没有网络' : '没能更新'}，这是 <Text className="off-b">{age}</Text> 的{what}
    </Text>
    <Tap className="off-r" label="重试" onTap={onRetry}>
      <Text>重试</Text>
    </Tap>
  </View>
);
