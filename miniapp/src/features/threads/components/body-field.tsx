import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { TextAreaCore } from '@/ui/form/text-area-core';
import './body-field.scss';

interface Props {
  label: string;
  value: string;
  max: number;
  placeholder: string;
  error: string | undefined;
  focus?: boolean;
  onChange: (value: string) => void;
}

/** A text of several lines with its name above it and how long it is. */
export const BodyField = ({ label, value, max, placeholder, error, focus, onChange }: Props) => (
  <View className="bf">
    <View className="row">
      <Text className="strong grow">{label}</Text>
      <Text className={cx('cap', value.length > max && 'bf-e')}>
        {value.length}/{max}
      </Text>
    </View>
    <TextAreaCore
      className="fd-in bf-in"
      label={label}
      value={value}
      placeholder={placeholder}
      onChange={onChange}
      {...(focus === undefined ? {} : { focus })}
    />
    {error && <Text className="cap bf-e">{error}</Text>}
  </View>
);
