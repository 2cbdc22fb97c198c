import { Picker, Text, View } from '@tarojs/components';

export interface TimeCoreProps {
  className: string;
  label: string;
  /** `HH:mm`, or `24:00` for the end of the day. */
  value: string;
  onChange: (time: string) => void;
}

/** WeChat's wheel of hours and minutes. */
export const TimeCore = ({ className, label, value, onChange }: TimeCoreProps) => (
  <Picker
    mode="time"
    value={value === '24:00' ? '23:59' : value}
    onChange={(event) => onChange(String(event.detail.value))}
  >
    <View className={className} aria-label={`${label}，${value}`}>
      <Text>{value}</Text>
    </View>
  </Picker>
);
