import type { CaseItem } from '@qihang/shared/cases/contract';
import { Text, View } from '@tarojs/components';
import { Tick } from '@/common/content/tick';
import { waitedWords } from '@/common/content/waited-words';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import { isMine, isTaken } from '../queue-order';
import { authorWords, decidedWords, kindNames, reportWords } from '../words';
import './case-card.scss';

interface Props {
  item: CaseItem;
  now: Date;
  /** Stands open beside the list. */
  current?: boolean;
  /** Ticked or not, while several are chosen at once; undefined otherwise. */
  ticked?: boolean | undefined;
  onTap: (item: CaseItem) => void;
}

/** One case in the queue: what it is, how long it has waited, and what to know before it is opened. */
export function CaseCard({ item, now, current = false, ticked, onTap }: Props) {
  const { target, title, author, waitingSince, reports, decided } = item;
  const taken = isTaken(item, now);
  const waited = decided === null ? waitedWords(waitingSince, now) : '';
  const words =
    decided === null ? (reports ? reportWords(reports) : authorWords(author)) : authorWords(author);
  const choosing = ticked !== undefined;
  return (
    <Tap
      className={cx('card rcc', current && 'rcc-on', taken && 'rcc-taken')}
      role={choosing ? 'checkbox' : 'button'}
      {...(choosing ? { checked: ticked } : {})}
      label={[kindNames[target.type], title, words, waited, ...notesOf(item, now).map(({ text }) => text)]
        .filter(Boolean)
        .join('，')}
      onTap={() => onTap(item)}
    >
      <View className="rcc-h">
        {choosing && <Tick on={ticked} />}
        <Tag text={kindNames[target.type]} tone="grey" />
        <Text className="meta grow rcc-w">{words}</Text>
        <Text className="meta rcc-wait">{waited}</Text>
      </View>
      <Text className="rcc-t">{title}</Text>
      {notesOf(item, now).map(({ icon, text, look }) => (
        <View key={text} className={cx('rcc-n', look && `rcc-${look}`)}>
          <Icon name={icon} size={16} />
          <Text className="grow">{text}</Text>
        </View>
      ))}
      {decided && <Text className="meta rcc-d">{decidedWords(item, now)}</Text>}
    </Tap>
  );
}

interface Noted {
  icon: 'alert' | 'user' | 'undo' | 'lock' | 'clock';
  text: string;
  look?: 'mine' | 'bad' | 'care';
}

/** What to know of a case before it is opened. */
function notesOf(item: CaseItem, now: Date): Noted[] {
  const { care, urgent, round, verdict, claimedBy, decided } = item;
  if (decided) return [];
  const notes: Noted[] = [];
  if (care) notes.push({ icon: 'user', text: '可能需要关心，已同时通知老师', look: 'care' });
  else if (urgent) notes.push({ icon: 'clock', text: '加急' });
  if (verdict && verdict.verdict !== 'pass' && verdict.words.length > 0 && !care)
    notes.push({ icon: 'alert', text: verdict.words.slice(0, 2).join('；') });
  if (round > 1) notes.push({ icon: 'undo', text: `改过再送来的，第 ${round} 次` });
  if (isMine(item, now)) notes.push({ icon: 'lock', text: '你正在处理', look: 'mine' });
  else if (claimedBy && isTaken(item, now)) notes.push({ icon: 'lock', text: `${claimedBy.name} 正在处理` });
  return notes;
}
