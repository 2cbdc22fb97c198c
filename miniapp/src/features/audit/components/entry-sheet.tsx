import type { AuditEntry } from '@qihang/shared/audit/contract';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { momentWords } from '@/ui/date-words';
import { Sheet } from '@/ui/sheet';
import { actorName, actWords, changesOf, fieldName, roleWords, targetWords, valueWords } from '../words';
import './entry-sheet.scss';

interface Props {
  entry: AuditEntry;
  now: Date;
  onOnlyActor: (actor: AuditEntry['actor']) => void;
  onOnlyTarget: (target: AuditEntry['target']) => void;
  onClose: () => void;
}

/** One act in full, with the state before and after. */
export function EntrySheet({ entry, now, onOnlyActor, onOnlyTarget, onClose }: Props) {
  const { actor, action, target, reason, roles, at, requestId } = entry;
  const momentOf = (instant: Date) => momentWords(instant, now);
  const changes = changesOf(entry);
  return (
    <Sheet
      open
      title="操作详情"
      onClose={onClose}
      footer={
        <>
          {actor && <Button text="只看这个人" icon="user" grow onTap={() => onOnlyActor(actor)} />}
          <Button text="只看这个对象" icon="search" grow onTap={() => onOnlyTarget(target)} />
        </>
      }
    >
      <Line name="谁" text={[actorName(actor), roleWords(roles)].filter(Boolean).join(' · ')} />
      <Line name="何时" text={momentOf(new Date(at))} />
      <Line name="做了什么" text={`${actWords(action)}${targetWords(target)}`} />
      <Line name="原因" text={reason ?? '没有写原因'} />
      {changes.length > 0 && (
        <View className="es-c">
          {changes.map(({ field, before, after }) => (
            <View key={field} className="es-f">
              <Text className="cap">{fieldName(field)}</Text>
              <View className="es-v">
                {before !== undefined && <Text className="es-b">{valueWords(before, momentOf)}</Text>}
                {before !== undefined && after !== undefined && <Text className="cap">改为</Text>}
                {after !== undefined && <Text className="es-a">{valueWords(after, momentOf)}</Text>}
              </View>
            </View>
          ))}
        </View>
      )}
      <Text className="cap es-n">
        请求编号 {requestId}，对象编号 {target.id}
      </Text>
    </Sheet>
  );
}

const Line = ({ name, text }: { name: string; text: string }) => (
  <View className="es-l">
    <Text className="cap es-k">{name}</Text>
    <Text className="grow es-t">{text}</Text>
  </View>
);
