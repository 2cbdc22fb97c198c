import { Text, View } from '@tarojs/components';
import { withGrants } from '@/common/reach/credits';
import { kept } from '@/common/reach/subscriptions';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { leftWords, lineOf } from '../credit-words';
import { useSubscriptions } from '../hooks';
import { useRefill } from '../refill';
import './credit-line.scss';

/** Over the messages, where something waits that WeChat could not tell of. */
export function CreditLine() {
  const { data } = useSubscriptions();
  const { refill, busy } = useRefill();
  const state = data && withGrants(data, kept().grants);
  const line = state && lineOf(state);
  if (!line) return null;
  return (
    <View className="crl">
      <Icon name="bell" size={20} className="crl-i" />
      <Text className="grow">
        {leftWords(line.credits)}，{line.why}
      </Text>
      <Tap className="crl-b" label="补充" disabled={busy} onTap={() => refill(state)}>
        <Text>补充</Text>
      </Tap>
    </View>
  );
}
