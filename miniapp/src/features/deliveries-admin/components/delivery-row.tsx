import type { Delivery } from '@qihang/shared/deliveries/contract';
import { deliveryStateNames } from '@qihang/shared/deliveries/vocabulary';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { DotLine } from '@/ui/dot-line';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { nameParts, stateTones, timeParts } from '../words';
import './delivery-row.scss';

interface Props {
  delivery: Delivery;
  now: Date;
  onRetry: (delivery: Delivery) => void;
}

/** One message that left the service, what became of it, and why. */
export const DeliveryRow = ({ delivery, now, onRetry }: Props) => {
  const { state, reasonText, errcode, viewer } = delivery;
  return (
    <Card>
      <View className="dlv-h">
        <DotLine className="grow strong" parts={nameParts(delivery)} />
        <Tag text={deliveryStateNames[state]} tone={stateTones[state]} />
      </View>
      {reasonText && (
        <Text className="meta dlv-w">
          {reasonText}
          {errcode !== null && !reasonText.includes(String(errcode)) ? `（${errcode}）` : ''}
        </Text>
      )}
      <DotLine className="cap" parts={timeParts(delivery, now)} />
      {viewer.can.length > 0 && (
        <View className="dlv-a">
          <Button text="再发一次" icon="refresh" onTap={() => onRetry(delivery)} />
        </View>
      )}
    </Card>
  );
};

export const DeliverySkeleton = () => (
  <Card>
    <Bone width={56} />
    <Bone width={88} />
    <Bone width={40} />
  </Card>
);
