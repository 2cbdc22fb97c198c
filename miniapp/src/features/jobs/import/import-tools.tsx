import { type ImportField, importFieldNames, importFields } from '@qihang/shared/jobs/import/columns';
import { jobOriginNames } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/filter-bar';
import { ChoiceField, SwitchField } from '@/ui/form/choice-field';
import { TextField } from '@/ui/form/text-field';
import { Sheet } from '@/ui/sheet';
import type { Importing } from './use-import';
import {
  destinationWords,
  extraColumns,
  fillable,
  filledDown,
  gapsOf,
  withoutSource,
  withSource,
} from './whole-columns';

/** What is done to many rows at once: fill a column down, name the source, send a column that nobody knew somewhere. */
export function ImportTools({ importing }: { importing: Importing }) {
  const [open, setOpen] = useState<'fill' | 'source' | 'columns' | null>(null);
  const { work, busy } = importing;
  const extra = extraColumns(work);
  const unplaced = extra.filter(({ destination }) => destination === 'nowhere').length;
  const close = () => setOpen(null);
  return (
    <View className="im-tools">
      <Button
        text="向下填充"
        icon="chevron-down"
        disabled={busy !== null || fillable(work.rows).length === 0}
        onTap={() => setOpen('fill')}
      />
      <Button text="整表来源" icon="link" disabled={busy !== null} onTap={() => setOpen('source')} />
      {extra.length > 0 && (
        <Button
          text={unplaced > 0 ? `没有用到的列 ${unplaced}` : '其他列'}
          icon="sliders"
          disabled={busy !== null}
          onTap={() => setOpen('columns')}
        />
      )}
      {open === 'fill' && <FillSheet importing={importing} onClose={close} />}
      {open === 'source' && <SourceSheet importing={importing} onClose={close} />}
      {open === 'columns' && <ColumnsSheet importing={importing} onClose={close} />}
    </View>
  );
}

interface SheetProps {
  importing: Importing;
  onClose: () => void;
}

const previewed = 6;

function FillSheet({ importing, onClose }: SheetProps) {
  const { rows } = importing.work;
  const columns = fillable(rows);
  const [chosen, setChosen] = useState<ImportField | undefined>(columns[0]?.field);
  const gaps = chosen ? gapsOf(rows, chosen) : [];
  const fill = () => {
    if (!chosen) return;
    importing.changeRows((before) => filledDown(before, chosen));
    toast(`${importFieldNames[chosen]}填了 ${gaps.length} 格`);
    onClose();
  };
  return (
    <Sheet
      open
      title="空格照上面一行填"
      onClose={onClose}
      footer={<Button text={`填上 ${gaps.length} 格`} look="main" grow disabled={!chosen} onTap={fill} />}
    >
      <View className="im-pick">
        {columns.map(({ field, count }) => (
          <Chip
            key={field}
            text={importFieldNames[field]}
            count={count}
            on={field === chosen}
            onTap={() => setChosen(field)}
          />
        ))}
      </View>
      <View className="im-gaps">
        {gaps.slice(0, previewed).map(({ line, text, from }) => (
          <View className="im-gap" key={line}>
            <Text className="meta im-gap-l">第 {line} 行</Text>
            <Text className="im-gap-t">{text}</Text>
            <Text className="cap">照第 {from} 行</Text>
          </View>
        ))}
        {gaps.length > previewed && <Text className="cap">还有 {gaps.length - previewed} 格</Text>}
      </View>
    </Sheet>
  );
}

const originChoices = Object.values(jobOriginNames).map((text) => ({ value: text, text }));

function SourceSheet({ importing, onClose }: SheetProps) {
  const { rows } = importing.work;
  const without = withoutSource(rows);
  const [source, setSource] = useState('');
  const [origin, setOrigin] = useState<string[]>([]);
  const [over, setOver] = useState(without === 0);
  const count = over ? rows.length : without;
  const write = () => {
    const words = { source: source.trim(), origin: origin[0] ?? '' };
    importing.changeRows((before) => withSource(before, words, over));
    toast(`${count} 行写上了来源`);
    onClose();
  };
  return (
    <Sheet
      open
      title="这张表是从哪里来的"
      onClose={onClose}
      footer={
        <Button
          text={`写到 ${count} 行`}
          look="main"
          grow
          disabled={source.trim() === '' || count === 0}
          onTap={write}
        />
      }
    >
      <TextField label="来源" value={source} placeholder="如：学院就业群" max={60} onChange={setSource} />
      <ChoiceField
        label="来源类型"
        choices={originChoices}
        value={origin}
        single
        placeholder="不改"
        onChange={setOrigin}
      />
      <SwitchField
        label="每一行都写"
        on={over}
        hint={`${rows.length} 行里 ${without} 行没有写来源；打开后，已经写了的也改`}
        onChange={setOver}
      />
    </Sheet>
  );
}

const destinations = (['nowhere', 'body', ...importFields.filter((field) => field !== 'body')] as const).map(
  (to) => ({ value: to, text: destinationWords(to) }),
);

function ColumnsSheet({ importing, onClose }: SheetProps) {
  return (
    <Sheet
      open
      title="这些列放到哪里"
      onClose={onClose}
      footer={<Button text="好了" look="main" grow onTap={onClose} />}
    >
      {extraColumns(importing.work).map(({ column, count, example, destination }) => (
        <ChoiceField
          key={column}
          label={column}
          choices={destinations}
          value={[destination]}
          single
          hint={`${count} 行有内容，如“${example.length > 20 ? `${example.slice(0, 20)}…` : example}”`}
          onChange={([to]) =>
            importing.assign(column, destinations.find(({ value }) => value === to)?.value ?? 'nowhere')
          }
        />
      ))}
    </Sheet>
  );
}
