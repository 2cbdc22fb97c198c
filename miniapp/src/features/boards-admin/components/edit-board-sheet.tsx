import { type BoardSetting, boardChange } from '@qihang/shared/boards/contract';
import { check } from '@qihang/shared/contract/messages';
import { View } from '@tarojs/components';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { FailureNote } from '@/ui/form/failure-note';
import { TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Sheet } from '@/ui/sheet';
import { useChangeBoard } from '../hooks';
import { changesOf } from '../rules';
import { RuleFields } from './rule-fields';

/** Name and rules of a board; its address, kind and content stay. */
export function EditBoardSheet({ board, onClose }: { board: BoardSetting; onClose: () => void }) {
  const { slug, kind, name, sourceRequired, consentRequired, review, strip, colour } = board;
  const form = useForm({
    initial: { name, sourceRequired, consentRequired, review, strip, colour },
    check: (value) => {
      const checked = check(boardChange, changesOf(board, value));
      return checked.ok ? { ok: true, value: { slug, ...checked.value } } : checked;
    },
    sending: useChangeBoard(),
    onSent: () => {
      toast('已保存，各处跟着改了');
      onClose();
    },
  });
  const { value, problems, change } = form;
  const changed = Object.keys(changesOf(board, value)).length > 0;
  return (
    <Sheet
      open
      title={`修改“${name}”`}
      onClose={onClose}
      footer={
        <Button text="保存" look="main" grow loading={form.busy} onTap={changed ? form.send : onClose} />
      }
    >
      <View>
        <FailureNote failure={form.failure} />
        <TextField
          label="名称"
          required
          value={value.name}
          max={12}
          placeholder="2–12 个字"
          error={problems.name}
          onChange={(name) => change({ name })}
        />
        <RuleFields slug={slug} kind={kind} rules={value} problems={problems} onChange={change} />
      </View>
    </Sheet>
  );
}
