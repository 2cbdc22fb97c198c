import type { Job } from '@qihang/shared/jobs/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import './fit.scss';

/** What speaks for the job and what does not: a miss is told too. */
export function Fit({ job }: { job: Job }) {
  if (!job.match || job.match.reasons.length === 0) return null;
  return (
    <Card className="jv-fit" title="和你对得上的">
      {job.match.reasons.map(({ hit, text }) => (
        <View key={text} className={cx('jv-fit-l', hit && 'jv-fit-y')}>
          <Icon name={hit ? 'check' : 'minus'} size={20} className="jv-fit-i" />
          <Text className="grow">{text}</Text>
        </View>
      ))}
    </Card>
  );
}
