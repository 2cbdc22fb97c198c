import { type ImportField, importFieldNames } from '@qihang/shared/jobs/import/columns';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { ChoiceField } from '@/ui/form/choice-field';
import { AreaField, TextField } from '@/ui/form/text-field';
import { Sheet } from '@/ui/sheet';
import { fieldChoices } from './field-choices';
import { columnsOf, problemsOfCell, type TableRow } from './rows';
import { readWords } from './words';

interface Props {
  row: TableRow;
  locked: boolean;
  onWrite: (line: number, field: ImportField, text: string) => void;
  onClose: () => void;
}

/** One row to put right on a phone; what was changed is checked when the sheet closes. */
export function ImportRowSheet({ row, locked, onWrite, onClose }: Props) {
  const [texts, setTexts] = useState(row.texts);
  const close = () => {
    for (const field of columnsOf([row]))
      if ((texts[field] ?? '').trim() !== (row.texts[field] ?? ''))
        onWrite(row.line, field, texts[field] ?? '');
    onClose();
  };
  return (
    <Sheet
      open
      title={`第 ${row.line} 行`}
      onClose={close}
      footer={<Button text="改好了" look="main" grow disabled={locked} onTap={close} />}
    >
      {columnsOf([row]).map((field) => {
        const value = texts[field] ?? '';
        const same = value.trim() === (row.texts[field] ?? '');
        const said = same ? problemsOfCell(row, field) : [];
        const words = (severe: boolean) =>
          said
            .filter(({ severity }) => (severity === 'error') === severe && severity !== 'note')
            .map(({ message }) => message)
            .join('；') || undefined;
        const frame = {
          label: importFieldNames[field],
          error: words(true),
          warning: words(false),
          hint: (same && readWords(field, value || undefined, row.checked.read)) || undefined,
          required: field === 'title' || field === 'company',
        };
        const change = (text: string) => setTexts((before) => ({ ...before, [field]: text }));
        const choices = fieldChoices[field];
        if (choices)
          return (
            <ChoiceField
              key={field}
              {...frame}
              single
              choices={choices.map((text) => ({ value: text, text }))}
              value={value === '' ? [] : [value]}
              onChange={([text = '']) => change(text)}
            />
          );
        if (field === 'body') return <AreaField key={field} {...frame} value={value} onChange={change} />;
        return (
          <TextField
            key={field}
            {...frame}
            placeholder={`填${importFieldNames[field]}`}
            value={value}
            onChange={change}
          />
        );
      })}
    </Sheet>
  );
}
