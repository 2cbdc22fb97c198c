import { View } from '@tarojs/components';
import { a11y } from '@/ui/a11y';
import './meter.scss';

interface Props {
  /** 0 to 1. */
  share: number;
  label: string;
}

/** How much of a whole, flat: a course line is for what moves in time. */
export const Meter = ({ share, label }: Props) => (
  <View className="mt" {...a11y({ role: 'img', label })}>
    <View className="mt-f" style={{ width: `${Math.round(share * 100)}%` }} />
  </View>
);
