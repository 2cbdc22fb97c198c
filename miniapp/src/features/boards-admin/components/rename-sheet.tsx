import { type BoardSetting, boardsContract } from '@qihang/shared/boards/contract';
import { check } from '@qihang/shared/contract/messages';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Sheet } from '@/ui/sheet';
import { useChangeBoard } from '../hooks';

/** Another name for a board; its address and its content stay. */
export function RenameSheet({ board, onClose }: { board: BoardSetting; onClose: () => void }) {
  const form = useForm({
    initial: { name: board.name },
    check: (value) => {
      const checked = check(boardsContract.update.body, value);
      return checked.ok ? { ok: true, value: { slug: board.slug, ...checked.value } } : checked;
    },
    sending: useChangeBoard(),
    onSent: () => {
      toast('已改名，各处跟着改了');
      onClose();
    },
  });
  return (
    <Sheet
      open
      title={`给“${board.name}”改名`}
      onClose={onClose}
      footer={<Button text="保存" look="main" grow loading={form.busy} onTap={form.send} />}
    >
      <TextField
        label="名称"
        required
        value={form.value.name}
        max={12}
        placeholder="2–12 个字"
        error={form.problems.name ?? form.error?.message}
        onChange={(name) => form.change({ name })}
      />
    </Sheet>
  );
}
