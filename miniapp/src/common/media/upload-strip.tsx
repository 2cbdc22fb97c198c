import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { a11y } from '@/ui/a11y';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { UploadSheet } from './upload-sheet';
import './upload-strip.scss';
import type { UploadItem } from './upload-queue';
import type { Uploads } from './use-uploads';
import { uploadWords } from './words';

interface Props {
  uploads: Uploads;
  /** Called instead of `cancel` alone, where what was written refers to the file. */
  onRemove?: (item: UploadItem) => void;
}

/** The pictures and documents of a form with what becomes of each, three in a row. */
export function UploadStrip({ uploads, onRemove }: Props) {
  const { items, max } = uploads;
  const [chosen, setChosen] = useState<string | null>(null);
  if (items.length === 0) return null;
  const remove = (item: UploadItem) => {
    uploads.cancel(item.key);
    onRemove?.(item);
  };
  return (
    <View className="up">
      <View className="up-l">
        {items.map((item) => (
          <Tile
            key={item.key}
            item={item}
            onOpen={() => setChosen(item.key)}
            onRetry={() => uploads.retry(item.key)}
            onRemove={() => remove(item)}
          />
        ))}
      </View>
      <Text className="cap up-n">
        {items.length}/{max}
        {items.length > 1 ? '，按住可以换顺序' : ''}
      </Text>
      <UploadSheet
        item={items.find(({ key }) => key === chosen)}
        at={items.findIndex(({ key }) => key === chosen)}
        count={items.length}
        uploads={uploads}
        onRemove={remove}
        onClose={() => setChosen(null)}
      />
    </View>
  );
}

interface TileProps {
  item: UploadItem;
  onOpen: () => void;
  onRetry: () => void;
  onRemove: () => void;
}

function Tile({ item, onOpen, onRetry, onRemove }: TileProps) {
  const { image, name, preview, state, progress, error, retryable } = item;
  const words = uploadWords(item);
  const failed = state === 'failed';
  return (
    <View className={cx('up-t', failed && 'up-bad')} onLongPress={onOpen}>
      <Tap
        className="up-o"
        label={`${image ? '图片' : '附件'} ${name}，${words}${error ? `：${error}` : ''}`}
        onTap={failed && retryable ? onRetry : onOpen}
      >
        {preview ? (
          <Image className="up-i" src={preview} mode="aspectFill" aria-hidden="true" />
        ) : (
          <View className="up-i up-f">
            <Icon name="file" size={24} />
            <Text className="up-fn">{name}</Text>
          </View>
        )}
        <View className="up-w">
          <Text>{words}</Text>
          {failed && (
            <Text className="up-e" {...a11y({ role: 'alert' })}>
              {error}
            </Text>
          )}
        </View>
        {state === 'sending' && <View className="up-p" style={{ width: `${progress}%` }} />}
      </Tap>
      <Tap className="up-x" label={`${state === 'sending' ? '取消上传' : '删除'} ${name}`} onTap={onRemove}>
        <View className="up-xc">
          <Icon name="close" size={16} />
        </View>
      </Tap>
    </View>
  );
}
