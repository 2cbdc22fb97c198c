import type { AuditEntry } from '@qihang/shared/audit/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Bone } from '@/ui/skeleton';
import { Tap } from '@/ui/tap';
import { actorName, actWords, roleWords, targetWords } from '../words';
import './entry-card.scss';

interface Props {
  entry: AuditEntry;
  now: Date;
  onOpen: (entry: AuditEntry) => void;
}

/** 谁 做了什么，什么时候，为什么. */
export function EntryCard({ entry, now, onOpen }: Props) {
  const { actor, action, target, reason, roles, at } = entry;
  const sentence = `${actorName(actor)} ${actWords(action)}${targetWords(target)}`;
  return (
    <Tap role="link" label={sentence} onTap={() => onOpen(entry)}>
      <Card>
        <View className="ae-s">
          <Text className="strong">{actorName(actor)}</Text>
          <Text className="ae-w">{actWords(action)}</Text>
          <Text>{targetWords(target)}</Text>
        </View>
        {reason && <Text className="meta ae-r">原因：{reason}</Text>}
        <DotLine className="cap" parts={[momentWords(new Date(at), now), roleWords(roles)]} />
      </Card>
    </Tap>
  );
}

export const EntrySkeleton = () => (
  <Card>
    <Bone width={86} />
    <Bone width={40} />
  </Card>
);
