import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/class-names';
import { TextAreaCore } from '@/ui/form/text-area-core';
import './title-field.scss';

interface Props {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The question in one sentence: as large as it will be read, on as many lines as it needs. */
export const TitleField = ({ value, error, onChange }: Props) => (
  <View className={cx('tf', error && 'tf-bad')}>
    <TextAreaCore
      className="tf-in"
      label="问题"
      value={value}
      placeholder="一句话说清，带上关键词"
      onChange={(text) => onChange(text.replace(/\n+/g, ' '))}
    />
    <View className="row tf-n">
      <Text className={cx('grow', error && 'tf-e')}>{error ?? '写具体些，更容易找到答案'}</Text>
      <Text className={cx(value.length > threadLimits.title && 'tf-e')}>
        {value.length}/{threadLimits.title}
      </Text>
    </View>
  </View>
);
