import type { Post } from '@qihang/shared/posts/contract';
import { Text, View } from '@tarojs/components';
import { openLink } from '@/platform/device';
import { isH5 } from '@/platform/target';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import './source-row.scss';

const officialAccount = /^https:\/\/mp\.weixin\.qq\.com\//i;

/** What a tap does, in words: a mini-program opens articles of 公众号 only. */
function wordsOf(url: string): string {
  if (officialAccount.test(url)) return '打开公众号文章';
  return isH5 ? '打开原文' : '复制原文网址';
}

/** Where an article is from, and the way there. */
export function SourceRow({ source: { name, url } }: { source: NonNullable<Post['source']> }) {
  if (url === null)
    return (
      <View className="src cap">
        <Text>来源：{name}</Text>
      </View>
    );
  const words = wordsOf(url);
  return (
    <Tap className="src src-l" role="link" label={`来源：${name}，${words}`} onTap={() => openLink(url)}>
      <View className="grow">
        <Text className="src-n">来源：{name}</Text>
        <Text className="cap src-w">{words}</Text>
      </View>
      <Icon name={isH5 || officialAccount.test(url) ? 'link' : 'copy'} size={20} />
    </Tap>
  );
}
