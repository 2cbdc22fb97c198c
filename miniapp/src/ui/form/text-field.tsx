import { Input, Text, View } from '@tarojs/components';
import { isH5 } from '@/platform/target';
import { cx } from '../class-names';
import { Field, type FieldFrame } from './field';
import { TextAreaCore } from './text-area-core';

interface TextProps extends FieldFrame {
  value: string;
  placeholder?: string;
  /** Shows how many of so many characters stand. Longer text may be typed: the message beside the field says so. */
  max?: number;
  keyboard?: 'text' | 'number';
  /** What a browser may fill in by itself. */
  fill?: 'username';
  onChange: (value: string) => void;
}

/** Taro's browser input cuts a number to its first `maxlength` digits, and to nothing where -1 means no limit. */
const lengths = { text: -1, number: 20 } as const;

const Count = ({ length, max }: { length: number; max: number }) => (
  <Text className={cx('fd-n', length > max && 'fd-n-over')}>
    {length}/{max}
  </Text>
);

export function TextField({
  value,
  placeholder = '',
  max,
  keyboard = 'text',
  fill,
  onChange,
  ...frame
}: TextProps) {
  return (
    <Field {...frame}>
      <Input
        className="fd-in"
        type={keyboard}
        value={value}
        placeholder={placeholder}
        placeholderClass="fd-ph"
        maxlength={lengths[keyboard]}
        aria-label={frame.label}
        onInput={(event) => onChange(event.detail.value)}
        {...(fill && isH5 ? { autoComplete: fill, autoCapitalize: 'off' } : {})}
      />
      {max !== undefined && value !== '' && <Count length={value.length} max={max} />}
    </Field>
  );
}

interface AreaProps extends Omit<TextProps, 'keyboard' | 'fill'> {
  tall?: boolean;
}

export function AreaField({ value, placeholder = '', max, tall = false, onChange, ...frame }: AreaProps) {
  return (
    <Field {...frame}>
      <View className={cx('fd-area', tall && 'fd-area-tall')}>
        <TextAreaCore
          className="fd-in"
          label={frame.label}
          value={value}
          placeholder={placeholder}
          onChange={onChange}
        />
        {max !== undefined && <Count length={value.length} max={max} />}
      </View>
    </Field>
  );
}
