import type { Block } from '@qihang/shared/posts/blocks';
import type { Post } from '@qihang/shared/posts/contract';
import { Text, View } from '@tarojs/components';
import { editedWords } from '@/common/content/edited-words';
import { a11y } from '@/ui/a11y';
import { Avatar } from '@/ui/avatar';
import { dateWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Note } from '@/ui/note';
import { Tag } from '@/ui/tag';
import './article.scss';
import { Blocks } from '@/common/blocks/blocks';
import { MarkedText } from '@/common/text/marks';
import { DueBox } from './must-read';
import { PortrayalNote } from './portrayal-note';
import { SourceRow } from './source-row';

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
  mustRead?: Post['mustRead'];
  portrayal?: Post['portrayal'];
  /** Several readers say that it is outdated, and its author has not answered. */
  outdated?: boolean;
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
  mustRead,
  portrayal,
  outdated = false,
  now,
}: ArticleProps) => (
  <View className="art">
    {mustRead && !mustRead.readAt && (
      <View className="art-tags">
        <Tag text="必读" />
      </View>
    )}
    <Text className="art-t" {...a11y({ role: 'heading' })}>
      <MarkedText text={title} />
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
    {outdated && (
      <View className="art-old">
        <Note icon="clock" tone="warm" text="有人反馈这篇可能已过期，作者还没有复核；请以官方最新通知为准" />
      </View>
    )}
    {mustRead && <DueBox mustRead={mustRead} now={now} />}
    <Blocks blocks={blocks} />
    {source && <SourceRow source={source} />}
    {portrayal && <PortrayalNote portrayal={portrayal} now={now} />}
  </View>
);
