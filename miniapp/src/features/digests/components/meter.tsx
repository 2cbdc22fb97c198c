import { View } from '@tarojs/components';
import './meter.scss';

/** A flat bar for a count among counts; the course line is for what moves in time. */
export const Meter = ({ part }: { part: number }) => (
  <View className="mt">
    <View className="mt-f" style={{ width: `${Math.round(part * 100)}%` }} />
  </View>
);
