import { type BoardSetting, boardsContract } from '@qihang/shared/boards/contract';
import { check } from '@qihang/shared/contract/messages';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { problemsByField } from '@/platform/problems';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/form/text-field';
import { Sheet } from '@/ui/sheet';
import { useChangeBoard } from '../hooks';

/** Another name for a board; its address and its content stay. */
export function RenameSheet({ board, onClose }: { board: BoardSetting; onClose: () => void }) {
  const [name, setName] = useState(board.name);
  const [problem, setProblem] = useState<string>();
  const change = useChangeBoard();
  const save = () => {
    const checked = check(boardsContract.update.body, { name });
    if (!checked.ok) return setProblem(problemsByField(checked.errors).name);
    change.mutate(
      { slug: board.slug, ...checked.value },
      {
        onSuccess: () => {
          toast('已改名，各处跟着改了');
          onClose();
        },
        onError: (error) => {
          const { fields, message } = asApiError(error);
          setProblem(problemsByField(fields).name ?? message);
        },
      },
    );
  };
  return (
    <Sheet
      open
      title={`给“${board.name}”改名`}
      onClose={onClose}
      footer={<Button text="保存" look="main" grow loading={change.isPending} onTap={save} />}
    >
      <TextField
        label="名称"
        required
        value={name}
        max={12}
        placeholder="2–12 个字"
        error={problem}
        onChange={(text) => {
          setProblem(undefined);
          setName(text);
        }}
      />
    </Sheet>
  );
}
