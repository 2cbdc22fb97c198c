import type { ContentState } from '@qihang/shared/content/vocabulary';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/ui/a11y';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { momentWords } from '@/ui/date-words';
import { Icon } from '@/ui/icon/icon';
import type { IconName } from '@/ui/icon/names';
import type { LifePiece } from './life';
import './piece-note.scss';

interface Props {
  piece: LifePiece & { returned: { by: string; at: string; note: string } | null };
  now: Date;
}

const heads: Record<ContentState, string> = {
  draft: '草稿，读者现在看不到',
  'in-review': '待审，读者现在看不到',
  returned: '退回了，读者现在看不到',
  scheduled: '定好时间了，读者现在看不到',
  published: '读者现在看得到',
  withdrawn: '已下架，读者现在看不到',
  hidden: '被下架，读者现在看不到',
};

const bad: readonly ContentState[] = ['returned', 'hidden'];
const icons: Partial<Record<ContentState, IconName>> = {
  returned: 'undo',
  published: 'eye',
  scheduled: 'clock',
};

/** Above the reader's view, for those who see a piece that readers do not: that they do not, and why. */
export function PieceNote({ piece, now }: Props) {
  const { life, seen, returned, schedule } = piece;
  // What readers simply see needs no word, unless it will leave them.
  if (life === 'published' && !schedule?.unpublishAt) return null;
  return (
    <Card className={cx('pn', bad.includes(life) && 'pn-bad')}>
      <View className="pn-h" {...a11y({ role: 'heading' })}>
        <Icon name={icons[life] ?? 'eye-off'} size={20} className="pn-i" />
        <Text className="grow strong">{heads[life]}</Text>
      </View>
      {returned ? (
        <>
          <Text className="meta pn-b">
            {returned.by}，{momentWords(new Date(returned.at), now)}
          </Text>
          <Text className="pn-q">{returned.note}</Text>
          <Text className="cap pn-b">改好可以再送审，次数不限</Text>
        </>
      ) : (
        seen.why !== '' && <Text className="meta pn-b">{seen.why}</Text>
      )}
    </Card>
  );
}
