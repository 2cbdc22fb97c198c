import { boardsContract } from '@qihang/shared/boards/contract';
import { type BoardKind, boardKinds } from '@qihang/shared/boards/vocabulary';
import { check } from '@qihang/shared/contract/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { problemsByField } from '@/platform/problems';
import { Button } from '@/ui/button';
import { ChoiceField } from '@/ui/form/choice-field';
import { TextField } from '@/ui/form/text-field';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import { useCreateBoard } from '../hooks';
import { boardKindNames } from '../words';

const kinds = boardKinds.map((value) => ({ value, text: boardKindNames[value] }));

/** A board of an existing kind. It is open at once, so what readers will see is said beside the button. */
export function NewBoardSheet({ position, onClose }: { position: number; onClose: () => void }) {
  const [form, setForm] = useState<{ name: string; slug: string; kind: BoardKind }>({
    name: '',
    slug: '',
    kind: 'article',
  });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const create = useCreateBoard();
  const failure = create.error ? asApiError(create.error) : null;
  const edit = (part: Partial<typeof form>) => {
    setProblems({});
    create.reset();
    setForm((before) => ({ ...before, ...part }));
  };
  const save = () => {
    const checked = check(boardsContract.create.body, { ...form, position, enabled: true });
    if (!checked.ok) return setProblems(problemsByField(checked.errors));
    create.mutate(checked.value, {
      onSuccess: ({ name }) => {
        toast(`已添加“${name}”，首页看得到了`);
        onClose();
      },
      onError: (error) => {
        const { code, fields, message } = asApiError(error);
        setProblems(code === 'board.slug-taken' ? { slug: message } : problemsByField(fields));
      },
    });
  };
  return (
    <Sheet
      open
      title="添加栏目"
      onClose={onClose}
      footer={<Button text="添加" look="main" grow loading={create.isPending} onTap={save} />}
    >
      <View>
        {failure && Object.keys(problems).length === 0 && (
          <Note tone="red" icon="alert" text={failure.message} />
        )}
        <TextField
          label="名称"
          required
          value={form.name}
          max={12}
          placeholder="如 基层就业"
          error={problems.name}
          onChange={(name) => edit({ name })}
        />
        <TextField
          label="标识"
          required
          value={form.slug}
          placeholder="如 grassroots"
          hint="网址里用，小写字母开头，可用数字和连字符，定了不能改"
          error={problems.slug}
          onChange={(slug) => edit({ slug })}
        />
        <ChoiceField
          label="类型"
          required
          single
          choices={kinds}
          value={[form.kind]}
          hint="谁能发布，和同类型的栏目一样"
          error={problems.kind}
          onChange={([kind]) => edit({ kind: kind as BoardKind })}
        />
      </View>
    </Sheet>
  );
}
