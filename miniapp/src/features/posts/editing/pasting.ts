import { cleanText } from '@qihang/shared/text/clean';
import type { Uploads } from '@/common/media/use-uploads';
import { toast } from '@/platform/feedback';
import type { AreaHandlers } from '../components/editor/area';
import { cleaningWords } from './cleaning-words';
import type { Editing } from './use-editing';

export type Pasting = Pick<AreaHandlers, 'onPaste' | 'onDrop' | 'onArrived'>;

/** WeChat only tells that a longer text is there now: it is offered to be cleaned. */
export function usePasting(editing: Editing, _uploads: Uploads): Pasting {
  return {
    onPaste: () => false,
    onDrop: () => undefined,
    onArrived(_before, after) {
      const cleaned = cleanText(after);
      if (cleaned.changes.length === 0) return;
      toast(`可以${cleaningWords(cleaned)}`, {
        label: '清洗',
        run: () => {
          const { text } = cleanText(editing.current().text);
          editing.apply({ text, start: text.length, end: text.length });
        },
      });
    },
  };
}
