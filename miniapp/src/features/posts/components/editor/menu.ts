import type { Post } from '@qihang/shared/posts/contract';
import { open } from '@/platform/navigation';
import type { MenuItem } from '@/ui/menu-sheet';
import type { EditorState } from './use-editor';

/** What else can be done with the article that is written, besides the main button. */
export function editorMenu(
  existing: Post | undefined,
  { copy, draft, move, discard }: EditorState,
  onSchedule: () => void,
): MenuItem[] {
  const can = existing?.viewer.can ?? [];
  const items: MenuItem[] = [];
  if (can.includes('schedule') || draft)
    items.push({ icon: 'clock', text: '定时发布和下架', run: onSchedule });
  if (existing?.state === 'scheduled' && can.includes('publish'))
    items.push({ icon: 'send', text: '现在就发布', run: () => move('publish', '已发布，读者看得到了') });
  if (can.includes('recall'))
    items.push({ icon: 'back', text: '撤回来改', run: () => move('recall', '已撤回，可以接着改') });
  if (can.includes('withdraw'))
    items.push({ icon: 'eye-off', text: '下架', run: () => move('withdraw', '已下架，读者看不到了') });
  if (existing && can.includes('history'))
    items.push({
      icon: 'book',
      text: '历史',
      run: () => open('history', { type: 'post', id: existing.id }),
    });
  if (draft && copy.base.id !== null) items.push({ icon: 'close', text: '删除草稿', run: () => discard() });
  return items;
}
