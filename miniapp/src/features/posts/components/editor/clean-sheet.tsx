import type { Cleaned } from '@qihang/shared/text/clean';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Sheet } from '@/ui/sheet';
import { changeWords } from '../../editing/cleaning-words';

interface Props {
  /** What the cleaning makes of the text; null while the sheet is closed. */
  cleaned: Cleaned | null;
  onApply: (text: string) => void;
  onClose: () => void;
}

/** Shows what the cleaning would change before it does. */
export function CleanSheet({ cleaned, onApply, onClose }: Props) {
  if (!cleaned) return null;
  const { changes, text } = cleaned;
  const nothing = changes.length === 0;
  return (
    <Sheet
      open
      title="清洗粘贴的文字"
      onClose={onClose}
      footer={
        <Button
          text={nothing ? '知道了' : '清洗'}
          look="main"
          grow
          onTap={() => (nothing ? onClose() : onApply(text))}
        />
      }
    >
      {nothing && <Text>已经很干净，没有要改的。</Text>}
      {changes.map(({ kind, count, before, after }) => (
        <View key={kind} className="ed-ck ed-ok">
          <Icon name="check" size={20} />
          <View className="grow">
            <Text className="strong ed-ln">{changeWords[kind](count)}</Text>
            {after !== '' && (
              <Text className="cap ed-ln">
                {before} → {after}
              </Text>
            )}
          </View>
        </View>
      ))}
      {!nothing && <Text className="cap">文字一个不少；不满意可以按“撤销”。</Text>}
    </Sheet>
  );
}
