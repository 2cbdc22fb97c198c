import {
  type ThreadCategory,
  threadCategories,
  threadCategoryNames,
} from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { Chip } from '@/ui/filter-bar';
import './category-field.scss';

interface Props {
  value: ThreadCategory | null;
  /** The value was read from the title, and nobody has said so yet. */
  guessed: boolean;
  error: string | undefined;
  onChange: (value: ThreadCategory) => void;
}

/** What a question is about, which decides who answers it. */
export const CategoryField = ({ value, guessed, error, onChange }: Props) => (
  <Card className="cf-card">
    <View className="row cf-h">
      <Text className="strong grow">分类</Text>
      <Text className={cx('cap', error && 'cf-e')}>
        {error ?? (guessed ? '按标题猜的，可以改' : '决定谁来值班回答')}
      </Text>
    </View>
    <View className="cf-chips">
      {threadCategories.map((one) => (
        <Chip key={one} text={threadCategoryNames[one]} on={one === value} onTap={() => onChange(one)} />
      ))}
    </View>
  </Card>
);
