import type { RosterPreview } from '@qihang/shared/verification/roster';
import { type RosterFate, rosterFateNames, rosterFates } from '@qihang/shared/verification/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card, Cards } from '@/ui/card';
import { Chip, Chips } from '@/ui/filter-bar';
import { SwitchField } from '@/ui/form/choice-field';
import { FieldRows } from '@/ui/form/field';
import { Note } from '@/ui/note';
import { Tag } from '@/ui/tag';
import './preview-view.scss';

interface Props {
  preview: RosterPreview;
  fileName: string;
  leave: boolean;
  onLeave: (leave: boolean) => void;
  /** Another sheet of the workbook is meant. */
  onSheet: (name: string) => void;
}

const listed = rosterFates.filter((fate) => fate !== 'unchanged');
type Listed = (typeof listed)[number];
type Shown = Listed | 'absent';

/** What the import would do: one list at a time, what is wrong first. */
export function PreviewView({ preview, fileName, leave, onLeave, onSheet }: Props) {
  const { counts, absent, unusedColumns, sheets, said } = preview;
  const views: { value: Shown; text: string; count: number }[] = [
    ...listed.map((fate) => ({ value: fate, text: rosterFateNames[fate], count: counts[fate] })),
    { value: 'absent' as const, text: '文件里没有', count: absent.count },
  ].filter(({ count }) => count > 0);
  const [chosen, setChosen] = useState<Shown>();
  const shown = chosen ?? views[0]?.value;
  return (
    <Cards className="stack">
      <Card title={fileName}>
        <Text className="meta">
          读到 {preview.rows} 行，{counts.unchanged} 行和名册一样
          {unusedColumns.length > 0 && `。没有用到的列：${unusedColumns.join('、')}`}
          {said.length > 0 && `。${said.join('；')}`}
        </Text>
        {sheets.length > 1 && (
          <Chips>
            {sheets.map(({ name, hidden, chosen: read }) => (
              <Chip
                key={name}
                text={hidden ? `${name}（隐藏）` : name}
                on={read}
                onTap={() => !read && onSheet(name)}
              />
            ))}
          </Chips>
        )}
      </Card>
      {counts.wrong > 0 && (
        <Note
          tone="warm"
          icon="alert"
          text={`${counts.wrong} 行有问题，不会导入，名册里这些人保持原样。可以先改好文件再选一次`}
        />
      )}
      {absent.count > 0 && (
        <FieldRows>
          <SwitchField
            label="标记离校"
            on={leave && absent.mayLeave}
            hint={
              absent.mayLeave
                ? `文件是${absent.scopes.join('、')}的全部名单时才打开：不在里面的 ${absent.count} 人标为已不在校，其中 ${absent.bound} 人失去认证，账号保留`
                : '有问题的行改好之前不能用：看起来不在的人，可能就在那几行里'
            }
            onChange={(on) => onLeave(on && absent.mayLeave)}
          />
        </FieldRows>
      )}
      {views.length > 0 && (
        <Chips>
          {views.map(({ value, text, count }) => (
            <Chip key={value} text={text} count={count} on={value === shown} onTap={() => setChosen(value)} />
          ))}
        </Chips>
      )}
      {shown === 'absent' ? (
        <AbsentRows absent={absent} />
      ) : (
        shown && <FateRows preview={preview} fate={shown} />
      )}
    </Cards>
  );
}

const rest = (shown: number, all: number) =>
  all > shown ? (
    <Text className="cap pv-more">
      只列出前 {shown} 个，一共 {all} 个
    </Text>
  ) : null;

function FateRows({ preview, fate }: { preview: RosterPreview; fate: RosterFate }) {
  const rows = preview.listed.filter((row) => row.fate === fate);
  return (
    <Card className="pv">
      {rows.map(({ line, studentNo, name, notes }) => (
        <View key={line} className="pv-r">
          <Text className="cap pv-n">第 {line} 行</Text>
          <Text className="strong pv-p">{name || '（没有姓名）'}</Text>
          <Text className="pv-no">{studentNo || '（没有学号）'}</Text>
          {notes.length > 0 && (
            <Text className={fate === 'wrong' ? 'pv-t pv-bad' : 'pv-t'}>{notes.join('；')}</Text>
          )}
        </View>
      ))}
      {rest(rows.length, preview.counts[fate])}
    </Card>
  );
}

const AbsentRows = ({ absent }: { absent: RosterPreview['absent'] }) => (
  <Card className="pv">
    {absent.listed.map(({ studentNo, name, className, bound }) => (
      <View key={studentNo} className="pv-r">
        <Text className="cap pv-n">{className}</Text>
        <Text className="strong pv-p">{name}</Text>
        <Text className="pv-no">{studentNo}</Text>
        {bound && (
          <View className="pv-t">
            <Tag text="已认证" />
          </View>
        )}
      </View>
    ))}
    {rest(absent.listed.length, absent.count)}
  </Card>
);
