import type { MustRead } from '@qihang/shared/must-read/notice';
import { Tag } from '@/ui/tag';

/** 必读, or that it is done; nothing for other articles. */
export function MustReadTag({ mustRead }: { mustRead: MustRead | undefined }) {
  if (!mustRead) return null;
  return mustRead.readAt ? <Tag text="已读完" tone="grey" icon="check" /> : <Tag text="必读" />;
}

/** The same for a screen reader, at the beginning of a label; nothing for other articles. */
export const mustReadLabel = (mustRead: MustRead | undefined): string =>
  mustRead ? (mustRead.readAt ? '已读完，' : '必读，') : '';
