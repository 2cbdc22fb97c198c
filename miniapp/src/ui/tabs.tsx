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
  <View className="tabs">
    {tabs.map((tab) => (
      <Tap
        key={tab.value}
        className={cx('tabs-t', tab.value === value && 'tabs-on')}
        role="tab"
        label={tab.text}
        checked={tab.value === value}
        onTap={() => onChange(tab.value)}
      >
        <Text className="tabs-w">{tab.text}</Text>
      </Tap>
    ))}
  </View>
);
