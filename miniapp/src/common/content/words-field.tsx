import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { TextAreaCore } from '@/ui/form/text-area-core';
import '@/ui/form/field.scss';
import './words-field.scss';

interface Props {
  label: string;
  value: string;
  max: number;
  placeholder: string;
  /** Who reads it. */
  hint?: string | undefined;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** Words to a person, in a sheet: the field has the whole width under its label. */
export const WordsField = ({ label, value, max, placeholder, hint, error, onChange }: Props) => (
  <View className="wf">
    <View className="row">
      <Text className="strong grow">{label}</Text>
      <Text className={cx('cap', value.length > max && 'wf-bad')}>{`${value.length}/${max}`}</Text>
    </View>
    <View className="wf-a">
      <TextAreaCore
        className="fd-in"
        label={label}
        value={value}
        placeholder={placeholder}
        onChange={onChange}
      />
    </View>
    {(error || hint) && <Text className={cx('cap wf-m', error && 'wf-bad')}>{error ?? hint}</Text>}
  </View>
);
