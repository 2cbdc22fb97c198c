import type { ContentState, ContentType } from '@qihang/shared/content/vocabulary';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Act, ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { AppealSheet } from './appeal-sheet';
import { type DecidedPiece, decisionOn } from './decided';
import type { LifeAct } from './use-life';

interface Props {
  type: ContentType;
  piece: DecidedPiece;
  /** First word of the queries that show it. */
  root: string;
  acts: readonly LifeAct[];
  /** Opens the form, at these words where a reviewer pointed at some. */
  onEdit: (at?: { path: string; quote: string }) => void;
  /** Opens the menu of all acts. */
  onMenu?: (() => void) | undefined;
}

const editWords: Partial<Record<ContentState, string>> = {
  draft: '接着写',
  returned: '去修改',
  'in-review': '接着改',
};

/** In this order a piece goes on; what ends it is left to the menu. */
const forward: readonly LifeAct['name'][] = ['submit', 'recall', 'publish'];

/** What an author does next with a piece that readers do not see, in the place of what readers do. */
export function NextBar({ type, piece, root, acts, onEdit, onMenu }: Props) {
  const { id, life, viewer } = piece;
  const [appealing, setAppealing] = useState(false);
  const step = forward.flatMap((name) => acts.find((act) => act.name === name) ?? [])[0];
  const editable = viewer.can.includes('edit');
  const decision = decisionOn(piece);
  const [first] = decision?.marks ?? [];
  const appealable = decision !== null && viewer.can.includes('appeal');
  // What was sent back is mended first; what was taken from readers only has to be brought back.
  const editFirst = editable && life !== 'withdrawn';
  // While one may still appeal, sending it again as it is has no point.
  const going = appealable ? undefined : step;
  return (
    <>
      <ActionBar
        above={
          appealable ? (
            <Text>
              {life === 'returned'
                ? '改好可以再送审，次数不限；觉得退错了可以申诉一次'
                : '觉得不该下架，可以申诉一次，换一个人看'}
            </Text>
          ) : undefined
        }
      >
        {onMenu && <Act icon="more" text="管理" onTap={onMenu} />}
        {editable && !editFirst && <Button text="修改" look="quiet" tall grow onTap={() => onEdit()} />}
        {appealable && (
          <Button
            text="申诉"
            look={editFirst ? 'quiet' : 'main'}
            tall
            grow={!editFirst}
            onTap={() => setAppealing(true)}
          />
        )}
        {going && (
          <Button
            text={going.text}
            look={editFirst ? 'quiet' : 'main'}
            tall={editFirst}
            grow
            onTap={going.run}
          />
        )}
        {editFirst && (
          <Button
            text={first ? '改第 1 处' : (editWords[life] ?? '修改')}
            look="main"
            grow
            onTap={() => onEdit(first)}
          />
        )}
      </ActionBar>
      {decision && (
        <AppealSheet
          open={appealing}
          type={type}
          id={id}
          root={root}
          decision={decision}
          onEdit={editable ? () => onEdit(first) : undefined}
          onClose={() => setAppealing(false)}
        />
      )}
    </>
  );
}

/** Whether the bar is for this piece: readers do not see it, and the reader of the page is its author. */
export const isGoingOn = (
  { life, viewer }: Pick<DecidedPiece, 'life' | 'viewer'>,
  acts: readonly LifeAct[],
): boolean => life !== 'published' && (acts.length > 0 || viewer.can.includes('appeal'));
