import type { Mark } from '@qihang/shared/content/decisions';
import { Text, View } from '@tarojs/components';
import { Tap } from '@/ui/tap';
import './mark-list.scss';

interface Props {
  marks: readonly Mark[];
  /** Leads to the words of a mark. */
  onOpen: (mark: Mark, n: number) => void;
}

/** What is wrong with which words, in numbers that the text repeats. */
export const MarkList = ({ marks, onOpen }: Props) => (
  <View className="ml">
    {marks.map((mark, index) => {
      const n = index + 1;
      return (
        <Tap
          key={`${mark.path} ${mark.quote}`}
          className="ml-r"
          label={`第 ${n} 处，${mark.why}：${mark.quote}`}
          onTap={() => onOpen(mark, n)}
        >
          <Text className="ml-n">{n}</Text>
          <View className="grow">
            <Text className="ml-w">{mark.why}</Text>
            <Text className="meta ml-q">“{mark.quote}”</Text>
          </View>
        </Tap>
      );
    })}
  </View>
);
