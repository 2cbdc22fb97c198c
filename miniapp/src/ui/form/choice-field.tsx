import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Choice, ChoiceSheet } from '../choice-sheet';
import { cx } from '../class-names';
import { Icon } from '../icon/icon';
import { Tap } from '../tap';
import { Field, type FieldFrame } from './field';

interface Props extends FieldFrame {
  choices: readonly Choice[];
  value: readonly string[];
  single?: boolean;
  addHint?: string;
  searchHint?: string;
  placeholder?: string;
  onChange: (value: string[]) => void;
}

/** Chooses one or several words in a sheet. */
export function ChoiceField({
  choices,
  value,
  single,
  addHint,
  searchHint,
  placeholder = '请选择',
  onChange,
  ...frame
}: Props) {
  const [open, setOpen] = useState(false);
  const text = value.map((one) => choices.find((choice) => choice.value === one)?.text ?? one).join('、');
  return (
    <>
      <Field {...frame}>
        <Tap className="fd-pick" label={`${frame.label}，${text || placeholder}`} onTap={() => setOpen(true)}>
          <Text className={cx('grow', text === '' && 'fd-ph')}>{text || placeholder}</Text>
          <Icon name="chevron-right" size={16} className="fd-pick-i" />
        </Tap>
      </Field>
      <ChoiceSheet
        open={open}
        title={frame.label}
        choices={choices}
        value={value}
        onApply={onChange}
        onClose={() => setOpen(false)}
        {...(single ? { single } : {})}
        {...(addHint === undefined ? {} : { addHint })}
        {...(searchHint === undefined ? {} : { searchHint })}
      />
    </>
  );
}

interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

/** On or off, by itself; as a row of a form see SwitchField. */
export const Switch = ({ label, on, disabled, onChange }: SwitchProps) => (
  <Tap
    className={cx('sw', on && 'sw-on')}
    role="switch"
    label={label}
    checked={on}
    disabled={disabled}
    onTap={() => onChange(!on)}
  >
    <View className="sw-b">
      <View className="sw-k" />
    </View>
  </Tap>
);

export const SwitchField = ({ on, onChange, ...frame }: FieldFrame & Omit<SwitchProps, 'disabled'>) => (
  <Field {...frame}>
    <Switch label={frame.label} on={on} onChange={onChange} />
  </Field>
);
