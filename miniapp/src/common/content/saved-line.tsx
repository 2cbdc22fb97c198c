import { Text } from '@tarojs/components';
import { Tap } from '@/ui/tap';

interface Props {
  copy: { failed: boolean; retry: () => void };
  words: string;
}

/** When the work was saved last, and the way to try again where it was not. */
export const SavedLine = ({ copy, words }: Props) =>
  copy.failed ? (
    <Tap label={words} onTap={copy.retry}>
      <Text>{words}</Text>
    </Tap>
  ) : (
    <Text>{words}</Text>
  );
