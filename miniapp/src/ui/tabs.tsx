import { Text, View } from '@tarojs/components';
import { cx } from './class-names';
import { Tap } from './tap';
import './tabs.scss';

interface Props<Value extends string> {
  tabs: readonly { value: Value; text: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Parts of one page side by side, in a line that slides sideways; filters within a part are chips. */
export const Tabs = <Value extends string>({ tabs, value, onChange }: Props<Value>) => (
  <View className="seg">
    {tabs.map((tab) => (
      <Tap
        key={tab.value}
        className={cx('seg-t', tab.value === value && 'seg-on')}
        role="tab"
        label={tab.text}
        checked={tab.value === value}
        onTap={() => onChange(tab.value)}
      >
        <Text className="seg-w">{tab.text}</Text>
      </Tap>
    ))}
  </View>
);
