import { boardDraft } from '@qihang/shared/boards/contract';
import { type BoardKind, boardKinds } from '@qihang/shared/boards/vocabulary';
import { check } from '@qihang/shared/contract/messages';
import { View } from '@tarojs/components';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { ChoiceField } from '@/ui/form/choice-field';
import { FailureNote } from '@/ui/form/failure-note';
import { TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Sheet } from '@/ui/sheet';
import { useCreateBoard } from '../hooks';
import { type BoardRules, rulesFor } from '../rules';
import { boardKindNames } from '../words';
import { RuleFields } from './rule-fields';

const kinds = boardKinds.map((value) => ({ value, text: boardKindNames[value] }));

interface NewBoard extends BoardRules {
  name: string;
  slug: string;
  kind: BoardKind;
}
const empty: NewBoard = {
  name: '',
  slug: '',
  kind: 'article',
  sourceRequired: false,
  consentRequired: false,
  strip: false,
  colour: 'teal',
  review: 'direct',
};

/** A board of an existing kind, open to readers at once. */
export function NewBoardSheet({ position, onClose }: { position: number; onClose: () => void }) {
  const form = useForm({
    initial: empty,
    check: (value) =>
      check(boardDraft, {
        ...value,
        ...rulesFor(value.kind, value),
        position,
        enabled: true,
      }),
    sending: useCreateBoard(),
    onSent: ({ name }) => {
      toast(`已添加“${name}”，首页看得到了`);
      onClose();
    },
    onRefused: ({ code, message }) => (code === 'board.slug-taken' ? { slug: message } : undefined),
  });
  const { value, problems, change } = form;
  return (
    <Sheet
      open
      title="添加栏目"
      onClose={onClose}
      footer={<Button text="添加" look="main" grow loading={form.busy} onTap={form.send} />}
    >
      <View>
        <FailureNote failure={form.failure} />
        <TextField
          label="名称"
          required
          value={value.name}
          max={12}
          placeholder="如 基层就业"
          error={problems.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          label="标识"
          required
          value={value.slug}
          placeholder="如 grassroots"
          hint="网址里用，小写字母开头，可用数字和连字符，定了不能改"
          error={problems.slug}
          onChange={(slug) => change({ slug })}
        />
        <ChoiceField
          label="类型"
          required
          single
          choices={kinds}
          value={[value.kind]}
          hint="谁能发布随类型，定了不能改"
          error={problems.kind}
          onChange={([kind]) => change({ kind: kind as BoardKind })}
        />
        <RuleFields slug={value.slug} kind={value.kind} rules={value} problems={problems} onChange={change} />
      </View>
    </Sheet>
  );
}
