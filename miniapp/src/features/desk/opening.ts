import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { DeskPiece } from '@qihang/shared/desk/contract';
import { open } from '@/platform/navigation';

interface Named {
  type: ReviewedType;
  id: string;
}

/** Opens a piece as readers see it. */
export const openPiece = ({ type, id }: Named) => open(type, { id });

/** Opens a piece in its form. */
export const openForm = ({ type, id }: Named) => open(type === 'job' ? 'jobForm' : 'postForm', { id });

/** Opens a piece of mine where one goes on with it: what is being written in its form, anything else as readers see it. */
export function openOwn({ life, viewer, ...named }: DeskPiece) {
  const writing = life === 'draft' || life === 'returned';
  return writing && viewer.can.includes('edit') ? openForm(named) : openPiece(named);
}
