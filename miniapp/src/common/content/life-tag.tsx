import type { ContentState } from '@qihang/shared/content/vocabulary';
import { Tag } from '@/ui/tag';

/** In a list, beside the title of a piece that readers do not see. */
export function LifeTag({ life }: { life: ContentState }) {
  if (life === 'hidden') return <Tag text="已隐藏" tone="grey" />;
  return life === 'withdrawn' ? <Tag text="已下架" tone="grey" /> : null;
}
