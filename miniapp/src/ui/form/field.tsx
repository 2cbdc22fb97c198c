import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Card } from '../card';
import { cx } from '../class-names';
import { Tap } from '../tap';
import './field.scss';

export interface FieldFrame {
  label: string;
  /** What is wrong with it, shown below and announced. */
  error?: string | undefined;
  /** What may stay but should be looked at. */
  warning?: string | undefined;
  /** Mends what is wrong in one tap. */
  fix?: { text: string; onTap: () => void } | undefined;
  /** What to write, or what was assumed. */
  hint?: string | undefined;
  required?: boolean;
}

/** One row of a form: label, control, and below it what is wrong or worth knowing. */
export const Field = ({
  label,
  error,
  warning,
  fix,
  hint,
  required = false,
  children,
}: PropsWithChildren<FieldFrame>) => (
  <View className={cx('fd', error ? 'fd-bad' : warning && 'fd-warn')}>
    <Text className="fd-l">
      {label}
      {required && <Text className="fd-r"> *</Text>}
    </Text>
    <View className="fd-v">{children}</View>
    {(error || warning || hint) && <Text className="fd-m">{error ?? warning ?? hint}</Text>}
    {fix && (
      <Tap className="fd-fix" label={fix.text} onTap={fix.onTap}>
        <Text>{fix.text}</Text>
      </Tap>
    )}
  </View>
);

/** A row whose value is not the person's to change; `hint` says whose it is. */
export const FixedField = ({ value, ...frame }: FieldFrame & { value: string }) => (
  <Field {...frame}>
    <Text className="fd-fix-v">{value}</Text>
  </Field>
);

/** Fields in one card with lines between them. */
export const FieldRows = ({ children }: PropsWithChildren) => <Card className="fds">{children}</Card>;
