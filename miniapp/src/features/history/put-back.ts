import type { ContentState } from '@qihang/shared/content/vocabulary';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { type PieceRef, usePutBack } from './hooks';

const formOf = { post: 'postForm', job: 'jobForm' } as const;

export const openForm = ({ type, id }: PieceRef) => open(formOf[type], { id });

interface Shown {
  life: ContentState;
  version: number;
  /** I have a change of the piece that is not published. */
  hasCopy: boolean;
}

/** Uses an earlier version again: asks before a change of one's own would be replaced, and says what happens to readers. */
export function useVersionBack(piece: PieceRef, { life, version, hasCopy }: Shown) {
  const putBack = usePutBack(piece);
  const isPublished = life === 'published';
  return {
    busy: putBack.isPending,
    words: isPublished ? '用回只改草稿，读者看到的不变，发布后才换' : '用回以后还能在历史里找到现在这一版',
    async use(rev: number) {
      const replaces = isPublished && hasCopy;
      const agreed =
        !replaces ||
        (await confirm('你还有没发布的修改', `用回第 ${rev} 版会替换掉它，替换后找不回来`, '替换'));
      if (!agreed) return;
      putBack.mutate(
        { rev, version, isPublished },
        {
          onSuccess: () => {
            if (!isPublished) return toast(`已用回第 ${rev} 版`);
            openForm(piece);
            toast(`第 ${rev} 版放进草稿了，读者看到的还没变`);
          },
          onError: (error) => toast(asApiError(error).message),
        },
      );
    },
  };
}
