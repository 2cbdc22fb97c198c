import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useWide } from '@/platform/window';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/filter-bar';
import { AreaField } from '@/ui/form/text-field';
import { Sheet } from '@/ui/sheet';
import type { LifePiece } from './life';
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
        loading={sendBack.isPending}
        error={sendBack.error ? asApiError(sendBack.error).message : undefined}
        onSubmit={(note) => sendBack.mutate(note)}
        onClose={() => setExplaining(false)}
      />
    </>
  );
}

const usualReasons = [
  '没写来源',
  '缺必填内容',
  '有私人微信号或手机号',
  '有歧视性要求',
  '向学生收费',
  '标题看不出讲什么',
];
const longest = 300;

interface SheetProps {
  open: boolean;
  loading: boolean;
  error: string | undefined;
  onSubmit: (note: string) => void;
  onClose: () => void;
}

/** Asks what the author is to change: usual reasons, and words of one's own. */
function ReturnSheet({ open, loading, error, onSubmit, onClose }: SheetProps) {
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!open) return;
    setReasons([]);
    setWords('');
  }, [open]);
  const toggle = (reason: string) =>
    setReasons((now) => (now.includes(reason) ? now.filter((one) => one !== reason) : [...now, reason]));
  const note = [reasons.join('、'), words.trim()].filter(Boolean).join('：');
  return (
    <Sheet
      open={open}
      title="退回给作者"
      onClose={onClose}
      footer={
        <Button
          text="退回"
          look="main"
          grow
          disabled={note === '' || note.length > longest}
          loading={loading}
          onTap={() => onSubmit(note)}
        />
      }
    >
      <View className="cs">
        {usualReasons.map((reason) => (
          <Chip key={reason} text={reason} on={reasons.includes(reason)} onTap={() => toggle(reason)} />
        ))}
      </View>
      <AreaField
        label="告诉作者怎么改"
        value={words}
        max={longest}
        placeholder="写清楚是哪一处、改成什么样就能发"
        hint="作者会看到原因和你的名字，可以改后再送审"
        error={error}
        onChange={setWords}
      />
    </Sheet>
  );
}
