import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { Tap } from '@/ui/tap';
import './segmented.scss';

interface Props<Value extends string> {
  options: readonly { value: Value; text: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Two or three views of the same thing. */
export const Segmented = <Value extends string>({ options, value, onChange }: Props<Value>) => (
  <View className="sgm">
    {options.map((option) => (
      <Tap
        key={option.value}
        className={cx('sgm-o', option.value === value && 'sgm-on')}
        role="tab"
        label={option.text}
        checked={option.value === value}
        onTap={() => onChange(option.value)}
      >
        <Text className="sgm-t">{option.text}</Text>
      </Tap>
    ))}
  </View>
);
