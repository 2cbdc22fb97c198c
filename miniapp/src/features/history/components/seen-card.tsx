import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { Revision } from '@qihang/shared/revisions/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { Icon } from '@/ui/icon/icon';
import './seen-card.scss';

const unseenWords: Record<Exclude<ContentState, 'published'>, string> = {
  draft: '还是草稿，没有发布',
  'in-review': '在待审，通过后才看得到',
  returned: '被退回了，改好可以再送审',
  scheduled: '定时发布，时间还没到',
  withdrawn: '已下架，可以重新发布',
  hidden: '被管理员隐藏了',
};

/** Whether readers see the piece, and which version of it. */
export function SeenCard({
  life,
  newest,
  now,
}: {
  life: ContentState;
  newest: Revision | undefined;
  now: Date;
}) {
  const seen = life === 'published';
  return (
    <Card className="sc">
      <Icon name={seen ? 'eye' : 'eye-off'} size={20} className={seen ? 'sc-y' : 'sc-n'} />
      <View className="grow">
        <Text className="sc-t">{seen ? '读者现在看得到' : '读者现在看不到'}</Text>
        <Text className="sc-w">
          {seen
            ? newest && `第 ${newest.rev} 版，${momentWords(new Date(newest.at), now)} 起`
            : unseenWords[life]}
        </Text>
      </View>
    </Card>
  );
}
