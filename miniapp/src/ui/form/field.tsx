import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Card } from '../card';
import { cx } from '../class-names';
import './field.scss';

export interface FieldFrame {
  label: string;
  /** What is wrong with it, shown below and announced. */
  error?: string | undefined;
  /** What to write, or what was assumed. */
  hint?: string | undefined;
  required?: boolean;
}

/** One row of a form: label, control, and below it what is wrong or worth knowing. */
export const Field = ({ label, error, hint, required = false, children }: PropsWithChildren<FieldFrame>) => (
  <View className={cx('fd', error && 'fd-bad')}>
    <Text className="fd-l">
      {label}
      {required && <Text className="fd-r"> *</Text>}
    </Text>
    <View className="fd-v">{children}</View>
    {(error || hint) && <Text className="fd-m">{error ?? hint}</Text>}
  </View>
);

/** Fields in one card with lines between them. */
export const FieldRows = ({ children }: PropsWithChildren) => <Card className="fds">{children}</Card>;
