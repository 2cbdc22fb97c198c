import type { MustRead } from '@qihang/shared/must-read/contract';
import { Text } from '@tarojs/components';
import { Tag } from '@/ui/tag';

/** 必读, or that it is done; nothing for other articles. Ends with a blank: a title follows it. */
export function MustReadTag({ mustRead }: { mustRead: MustRead | undefined }) {
  if (!mustRead) return null;
  return (
    <>
      {mustRead.readAt ? <Tag text="已读完" tone="grey" icon="check" /> : <Tag text="必读" />}
      <Text> </Text>
    </>
  );
}
