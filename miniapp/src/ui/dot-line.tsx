import { Text, View } from '@tarojs/components';
import { Fragment } from 'react';
import { cx } from './class-names';
import './dot-line.scss';

interface Props {
  /** Missing parts leave no dot behind. */
  parts: (string | null | undefined | false)[];
  className?: string;
  /** The first part in full ink, as the company of a job. */
  lead?: boolean;
}

/** Words in a line with dots between them: meta is text, not a row of boxes. */
export function DotLine({ parts, className, lead }: Props) {
  const words = parts.filter((part): part is string => Boolean(part));
  return (
    <View className={cx('dl', className)}>
      {words.map((word, index) => (
        <Fragment key={word}>
          {index > 0 && <Text className="dot" />}
          <Text className={cx(lead && index === 0 && 'dl-lead')}>{word}</Text>
        </Fragment>
      ))}
    </View>
  );
}
