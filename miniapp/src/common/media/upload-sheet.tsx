import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { AreaField } from '@/ui/form/text-field';
import { ListRow } from '@/ui/list-row';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import type { UploadItem } from './upload-queue';
import type { Uploads } from './use-uploads';

interface Props {
  item: UploadItem | undefined;
  /** Its place in the order, from 0. */
  at: number;
  count: number;
  uploads: Uploads;
  onRemove: (item: UploadItem) => void;
  onClose: () => void;
}

const longestAlt = 100;

/** One file: what its picture shows, where it stands in the order, why it failed. */
export function UploadSheet({ item, at, count, uploads, onRemove, onClose }: Props) {
  if (!item) return null;
  const { key, image, name, state, error, retryable, alt } = item;
  const places = [
    { text: '移到最前', to: 0 },
    { text: '往前移一位', to: at - 1 },
    { text: '往后移一位', to: at + 1 },
    { text: '移到最后', to: count - 1 },
  ].filter(
    ({ to }, index, all) =>
      to !== at && to >= 0 && to < count && all.findIndex((one) => one.to === to) === index,
  );
  return (
    <Sheet
      open
      title={image ? '图片' : name}
      onClose={onClose}
      footer={
        <>
          <Button
            text="删除"
            look="quiet"
            tall
            onTap={() => {
              onClose();
              onRemove(item);
            }}
          />
          {state === 'failed' && retryable ? (
            <Button
              text="重试"
              look="main"
              grow
              onTap={() => {
                uploads.retry(key);
                onClose();
              }}
            />
          ) : (
            <Button text="完成" look="main" grow onTap={onClose} />
          )}
        </>
      }
    >
      <View className="up-s">
        {error && <Note tone="red" icon="alert" text={error} />}
        {image && (
          <AreaField
            label="图片说明"
            value={alt}
            max={longestAlt}
            placeholder="图上是什么，一句话"
            hint="看不见图的人靠它知道内容，也会显示在读屏里"
            error={alt.length > longestAlt ? `最多 ${longestAlt} 个字` : undefined}
            onChange={(text) => uploads.setAlt(key, text)}
          />
        )}
        {places.map(({ text, to }) => (
          <ListRow key={text} text={text} onTap={() => uploads.move(key, to)} />
        ))}
      </View>
    </Sheet>
  );
}
