import type { ContentState } from '@qihang/shared/content/vocabulary';
import { Act, ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import type { LifePiece } from './life';
import type { LifeAct } from './use-life';

interface Props {
  piece: LifePiece;
  acts: readonly LifeAct[];
  onEdit: () => void;
  /** Opens the menu of all acts. */
  onMenu: () => void;
}

const editWords: Partial<Record<ContentState, string>> = {
  draft: '接着写',
  returned: '去修改',
  'in-review': '接着改',
};

/** In this order a piece goes on; what ends it is left to the menu. */
const forward: readonly LifeAct['name'][] = ['submit', 'recall', 'publish'];

/** What an author does next with a piece that readers do not see, in the place of what readers do. */
export function NextBar({ piece: { life, viewer }, acts, onEdit, onMenu }: Props) {
  const step = forward.flatMap((name) => acts.find((act) => act.name === name) ?? [])[0];
  const editable = viewer.can.includes('edit');
  // What was sent back is mended first; what was taken from readers only has to be brought back.
  const editFirst = editable && life !== 'withdrawn';
  return (
    <ActionBar>
      <Act icon="more" text="管理" onTap={onMenu} />
      {editable && !editFirst && <Button text="修改" look="quiet" tall grow onTap={onEdit} />}
      {step && (
        <Button text={step.text} look={editFirst ? 'quiet' : 'main'} tall={editFirst} grow onTap={step.run} />
      )}
      {editFirst && <Button text={editWords[life] ?? '修改'} look="main" grow onTap={onEdit} />}
    </ActionBar>
  );
}

/** Whether the bar is for this piece: readers do not see it, and the reader of the page is its author. */
export const isGoingOn = ({ life }: Pick<LifePiece, 'life'>, acts: readonly LifeAct[]): boolean =>
  life !== 'published' && acts.length > 0;
