import type { Post } from '@qihang/shared/posts/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { usePaused } from '@/platform/paused';
import { useWide } from '@/platform/window';
import { cx } from '@/ui/class-names';
import { Chip, Chips } from '@/ui/filter-bar';
import { usePostPreview } from '../../hooks';
import { type PostForm, previewOf } from '../../post-form';
import { Article } from '../article';

interface Props {
  value: PostForm;
  existing: Post | undefined;
  now: Date;
  enabled: boolean;
}

const looks = [
  { text: '浅色', className: 'th-l' },
  { text: '深色', className: 'th-d' },
  { text: '大字', className: 'fs-l' },
] as const;

/** The page that readers will get, made by the server that will publish it. */
export function Preview({ value, existing, now, enabled }: Props) {
  const wide = useWide();
  const [look, setLook] = useState<string | null>(null);
  const markdown = usePaused(value.markdown, 500);
  const preview = usePostPreview(markdown, enabled && markdown.trim() !== '');
  const blocks = value.markdown.trim() === '' ? [] : (preview.data?.blocks ?? []);
  const failed = preview.isError && preview.data === undefined;
  return (
    <View className="ed-pr">
      {wide && (
        <Chips>
          {looks.map(({ text, className }) => (
            <Chip
              key={text}
              text={text}
              on={look === className}
              onTap={() => setLook(look === className ? null : className)}
            />
          ))}
        </Chips>
      )}
      <View className={cx('ed-ph', look)}>
        <Article
          title={value.title || '标题'}
          author={existing?.author ?? { name: '你', about: '' }}
          date={now}
          updated={false}
          readingMinutes={preview.data?.readingMinutes ?? 1}
          blocks={blocks}
          mustRead={previewOf(value)}
          portrayal={value.consent ? { given: true, viewer: { can: [] } } : existing?.portrayal}
          source={value.sourceName === '' ? null : { name: value.sourceName, url: value.sourceUrl || null }}
          now={now}
        />
        {failed && <Text className="cap">没有网络，连上后再预览</Text>}
      </View>
    </View>
  );
}
