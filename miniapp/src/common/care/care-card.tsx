import type { CareContact } from '@qihang/shared/care/contract';
import { Text, View } from '@tarojs/components';
import { openLink } from '@/platform/device';
import { a11y } from '@/ui/a11y';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import './care-card.scss';

/** People first: whom one may turn to now, above what was written and never in its place. Nothing is promised that nobody filled in. */
export const CareCard = ({ contact: { lines, person, promise } }: { contact: CareContact }) => (
  <Card className="care">
    <View className="row care-h" {...a11y({ role: 'heading' })}>
      <Icon name="heart" size={20} />
      <Text className="care-t">先别一个人扛着</Text>
    </View>
    <Text className="care-p">你写的话让我们有点担心。现在就可以找个人说说，不用讲清楚原因。</Text>
    {lines.map(({ name, about, phone }) => (
      <Tap
        key={phone}
        className="care-l"
        role="link"
        label={`拨打 ${name}，${phone}`}
        onTap={() => openLink(`tel:${phone.replace(/[^\d+]/g, '')}`)}
      >
        <Icon name="phone" className="care-i" />
        <View className="grow">
          <Text className="care-n">{name}</Text>
          <Text className="cap care-c">{about === null ? phone : `${phone}，${about}`}</Text>
        </View>
        <Text className="link">拨打</Text>
      </Tap>
    ))}
    {person && (
      <View className="care-l">
        <Icon name="chat" className="care-i" />
        <View className="grow">
          <Text className="care-n">{person.name}</Text>
          {person.about !== null && <Text className="cap care-c">{person.about}</Text>}
        </View>
      </View>
    )}
    {promise !== null && <Text className="meta care-c care-pr">{promise}</Text>}
  </Card>
);
