import type { ContentState } from '@qihang/shared/content/vocabulary';
import { Tag } from '@/ui/tag';

const tags: Partial<Record<ContentState, { text: string; tone: 'grey' | 'red' | 'wait' }>> = {
  draft: { text: '草稿', tone: 'grey' },
  'in-review': { text: '待审', tone: 'wait' },
  returned: { text: '已退回', tone: 'red' },
  scheduled: { text: '定时', tone: 'grey' },
  withdrawn: { text: '已下架', tone: 'grey' },
  hidden: { text: '已下架', tone: 'grey' },
};

/** In a list, beside the title of a piece that readers do not see. */
export function LifeTag({ life }: { life: ContentState }) {
  const tag = tags[life];
  return tag ? <Tag {...tag} /> : null;
}
