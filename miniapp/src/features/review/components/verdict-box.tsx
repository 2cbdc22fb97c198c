import type { CaseItem } from '@qihang/shared/cases/contract';
import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { verdictWords } from '../words';
import './verdict-box.scss';

const icons = { pass: 'check', review: 'alert', block: 'alert', unavailable: 'info' } as const;

/** What the machine says of the text, in words. It decides nothing. */
export function VerdictBox({ verdict }: { verdict: NonNullable<CaseItem['verdict']> }) {
  const objects = verdict.verdict === 'review' || verdict.verdict === 'block';
  return (
    <View className={cx('vb', objects && 'vb-bad')}>
      <View className="vb-h">
        <Icon name={icons[verdict.verdict]} size={20} />
        <Text className="grow">{verdictWords(verdict)}</Text>
      </View>
      {verdict.words.map((words) => (
        <View key={words} className="vb-l">
          <Text className="grow">{words}</Text>
        </View>
      ))}
    </View>
  );
}
