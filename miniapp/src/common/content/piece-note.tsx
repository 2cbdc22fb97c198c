import type { Decision } from '@qihang/shared/content/decisions';
import type { ContentState } from '@qihang/shared/content/vocabulary';
import { Text, View } from '@tarojs/components';
import { markClass } from '@/common/text/marks';
import { scrollToFirst } from '@/platform/page';
import { a11y } from '@/ui/a11y';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { CourseLine } from '@/ui/course-line';
import { clockWords, daysFrom, momentWords } from '@/ui/date-words';
import { Icon } from '@/ui/icon/icon';
import type { IconName } from '@/ui/icon/names';
import { type DecidedPiece, decisionOn } from './decided';
import { MarkList } from './mark-list';
import './piece-note.scss';

interface Props {
  piece: DecidedPiece;
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
  const { life, seen, schedule, review } = piece;
  // What readers simply see needs no word, unless it will leave them.
  if (life === 'published' && !schedule?.unpublishAt) return null;
  const decision = decisionOn(piece);
  const marks = decision?.marks ?? [];
  return (
    <View className="pcn-s">
      <Card className={cx('pcn', bad.includes(life) && 'pcn-bad')}>
        <View className="pcn-h" {...a11y({ role: 'heading' })}>
          <Icon name={icons[life] ?? 'eye-off'} size={20} className="pcn-i" />
          <Text className="grow strong">{heads[life]}</Text>
        </View>
        {decision ? (
          <Decided decision={decision} life={life} now={now} />
        ) : review && life === 'in-review' ? (
          <Waiting review={review} now={now} />
        ) : (
          seen.why !== '' && <Text className="meta pcn-b">{seen.why}</Text>
        )}
      </Card>
      {marks.length > 0 && (
        <Card className="pcn-m">
          <MarkList marks={marks} onOpen={(_, n) => scrollToFirst(markClass(n))} />
        </Card>
      )}
    </View>
  );
}

/** `40 分钟`, `2 小时`, `3 天`: rounded up, so that it is no promise too much. */
export const usualWords = (minutes: number): string =>
  minutes <= 60
    ? `${Math.max(10, Math.ceil(minutes / 10) * 10)} 分钟`
    : minutes <= 24 * 60
      ? `${Math.ceil(minutes / 60)} 小时`
      : `${Math.ceil(minutes / 1440)} 天`;

/** Where a piece is on its way to readers, and who looks at it. */
function Waiting({ review, now }: { review: NonNullable<DecidedPiece['review']>; now: Date }) {
  const sent = new Date(review.submittedAt);
  const at = daysFrom(now, sent) === 0 ? clockWords(sent) : momentWords(sent, now);
  const usual =
    review.usualMinutes === null
      ? `等${review.by}看，看完马上告诉你`
      : `${review.by}通常 ${usualWords(review.usualMinutes)}内看完`;
  return (
    <>
      <Text className="meta pcn-b">{`${at} 送审，${usual}`}</Text>
      <View className="pcn-c">
        <CourseLine
          passed={2 / 3}
          ring
          stops={[
            { text: '送审', done: true },
            { text: '机器看过', done: true },
            { text: '等人审核', done: false },
            { text: '读者看得到', done: false },
          ]}
        />
      </View>
    </>
  );
}

/** Who decided against it, when and why, and what became of an appeal. */
function Decided({ decision, life, now }: { decision: Decision; life: ContentState; now: Date }) {
  const { by, at, note, appeal, appealable } = decision;
  return (
    <>
      <Text className="meta pcn-b">
        {by}，{momentWords(new Date(at), now)}
      </Text>
      <Text className="pcn-q">{note}</Text>
      {appeal && <Text className="meta pcn-b">{appealWords(appeal, now)}</Text>}
      {life === 'returned' && !appealable && <Text className="cap pcn-b">改好可以再送审，次数不限</Text>}
    </>
  );
}

function appealWords({ at, state, note }: NonNullable<Decision['appeal']>, now: Date): string {
  const sent = `${momentWords(new Date(at), now)} 申诉`;
  if (state === 'open') return `${sent}，等没审过它的人看，一般 1 天内有结果`;
  const result = state === 'upheld' ? '申诉没有通过，维持原来的决定' : '申诉通过了';
  return `${sent}。${result}${note ? `：${note}` : ''}`;
}
