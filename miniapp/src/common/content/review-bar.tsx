import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useWide } from '@/platform/window';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import type { LifePiece } from './life';
import { noteOf, noWhy, ReturnSheet } from './return-sheet';
import { useReview } from './review';

interface Props {
  type: ReviewedType;
  piece: LifePiece & { version: number };
  /** First word of the queries that show it. */
  root: string;
}

/** Whether the reader of this piece decides about it. */
export const isReviewer = ({ viewer }: Pick<LifePiece, 'viewer'>): boolean =>
  viewer.can.includes('approve') || viewer.can.includes('return');

/** The two decisions about a piece in review. */
export function ReviewBar({ type, piece, root }: Props) {
  const { id, version, schedule, viewer } = piece;
  const wide = useWide();
  const [explaining, setExplaining] = useState(false);
  const [why, setWhy] = useState(noWhy);
  const { approve, sendBack } = useReview({
    type,
    id,
    version,
    root,
    publishAt: schedule?.publishAt ?? null,
  });
  return (
    <>
      <ActionBar>
        {viewer.can.includes('return') && (
          <Button
            text="退回，写原因"
            icon="undo"
            look="danger"
            tall
            grow={!wide}
            disabled={approve.isPending}
            onTap={() => setExplaining(true)}
          />
        )}
        {viewer.can.includes('approve') && (
          <Button
            text="通过"
            icon="check"
            look="main"
            grow
            loading={approve.isPending}
            onTap={() => approve.mutate()}
          />
        )}
      </ActionBar>
      <ReturnSheet
        open={explaining}
        title="退回给作者"
        submitText="退回"
        hint="作者会看到原因和你的名字，可以改后再送审"
        presets
        value={why}
        loading={sendBack.isPending}
        error={sendBack.error ? asApiError(sendBack.error).message : undefined}
        onChange={(change) => setWhy((now) => ({ ...now, ...change }))}
        onSubmit={() => sendBack.mutate(noteOf(why))}
        onClose={() => setExplaining(false)}
      />
    </>
  );
}
