import type { Block } from '@qihang/shared/posts/blocks';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { LinkedText } from '@/common/text/linked-text';
import { a11y } from '@/ui/a11y';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { Picture } from './picture';

interface Props {
  block: Extract<Block, { type: 'image' }>;
  /** Shows it full screen. */
  onOpen: () => void;
}

/** A picture with its caption. Its room is kept while it is on its way, and says so when it does not come. */
export function ImageBlock({ block, onOpen }: Props) {
  const { src, alt, caption, href, width, height } = block;
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const boxed = width !== undefined && height !== undefined;
  const room = boxed ? { paddingTop: `${(100 * height) / width}%` } : {};
  const most = width === undefined ? {} : { maxWidth: `${width}px` };
  return (
    <View className="bk-f">
      {state === 'failed' ? (
        <Tap
          className="bk-miss"
          label={`图片没有显示出来，点按重试。${alt}`}
          onTap={() => setState('loading')}
        >
          <Icon name="refresh" size={20} />
          <View className="grow">
            <Text className="bk-miss-t" {...a11y({ role: 'alert' })}>
              图片没有显示出来，点按重试
            </Text>
            {alt && <Text className="cap bk-miss-t">{alt}</Text>}
          </View>
        </Tap>
      ) : (
        <View className="bk-img-o" style={most}>
          <Tap className="bk-img" label={alt ? `图片：${alt}，点按放大` : '图片，点按放大'} onTap={onOpen}>
            <View className={cx(boxed && 'bk-box', state === 'loading' && 'bk-wait')} style={room}>
              <Picture
                className="bk-img-i"
                src={src}
                alt={alt}
                boxed={boxed}
                onLoad={() => setState('shown')}
                onError={() => setState('failed')}
              />
            </View>
          </Tap>
        </View>
      )}
      {caption && <Text className="cap bk-cap">{caption}</Text>}
      {href && <LinkedText className="cap bk-cap" text={href} />}
    </View>
  );
}
