import { Text, View } from '@tarojs/components';
import { useToast } from '@/platform/feedback';
import { a11y } from './a11y';
import { Tap } from './tap';
import './toast.scss';

/** What just happened, at the foot of the page; with an action while it can be taken back. */
export function Toast() {
  const message = useToast(({ toast }) => toast);
  if (!message) return null;
  const { text, action } = message;
  return (
    <View className="toast-x">
      <View className="toast" {...a11y({ role: 'alert' })}>
        <Text className="grow">{text}</Text>
        {action && (
          <Tap className="toast-b" label={action.label} onTap={action.run}>
            <Text>{action.label}</Text>
          </Tap>
        )}
      </View>
    </View>
  );
}
