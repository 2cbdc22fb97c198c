import type { Block } from '@qihang/shared/posts/blocks';
import type { Post } from '@qihang/shared/posts/contract';
import { Text, View } from '@tarojs/components';
import { editedWords } from '@/common/content/edited-words';
import { openLink } from '@/platform/device';
import { a11y } from '@/ui/a11y';
import { Avatar } from '@/ui/avatar';
import { dateWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import './article.scss';
import { Blocks } from '@/common/blocks/blocks';

export interface ArticleProps {
  title: string;
  author: { name: string; about: string };
  date: Date;
  /** True when it was changed after publication. */
  updated: boolean;
  readingMinutes: number;
  blocks: Block[];
  source: Post['source'];
  edited?: Post['edited'];
  now: Date;
}

/** An article as readers see it; the preview while writing is this very component. */
export const Article = ({
  title,
  author,
  date,
  updated,
  readingMinutes,
  blocks,
  source,
  edited,
  now,
}: ArticleProps) => (
  <View className="art">
    <Text className="art-t" {...a11y({ role: 'heading' })}>
      {title}
    </Text>
    <View className="art-by">
      <Avatar name={author.name} />
      <View className="grow">
        <DotLine className="art-who" lead parts={[author.name, author.about]} />
        <DotLine
          className="cap"
          parts={[`${dateWords(date, now)}${updated ? '更新' : ''}`, `约 ${readingMinutes} 分钟`]}
        />
        {edited && <Text className="cap">{editedWords(edited, now)}</Text>}
      </View>
    </View>
    <Blocks blocks={blocks} />
    {source && (
      <View className="art-src cap">
        <Text>来源：</Text>
        {source.url ? (
          <Text
            className="link"
            onClick={() => source.url && openLink(source.url)}
            {...a11y({ role: 'link' })}
          >
            {source.name}
          </Text>
        ) : (
          <Text>{source.name}</Text>
        )}
      </View>
    )}
  </View>
);
