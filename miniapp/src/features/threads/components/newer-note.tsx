import { Text } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import type { Newer } from '../edit-form';

/** What the words are now, above those of a person who began with older ones. */
export const NewerNote = ({ newer }: { newer: Newer }) => (
  <Card>
    <Note
      icon="alert"
      tone="warm"
      text="你改的时候，这条内容被别人改过。下面是现在的样子；再保存一次，就换成你写的。"
    />
    <Text className="meta" userSelect>
      {newer.text}
    </Text>
  </Card>
);
