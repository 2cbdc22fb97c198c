import { check } from '@qihang/shared/contract/messages';
import { type Rota, rotaDraft, type Shift } from '@qihang/shared/duty/contract';
import { nextMonday } from '@qihang/shared/duty/due';
import { threadCategories, threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { Text } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Cards } from '@/ui/card';
import { DateField } from '@/ui/form/date-field';
import { FailureNote } from '@/ui/form/failure-note';
import { FieldRows } from '@/ui/form/field';
import { useForm } from '@/ui/form/use-form';
import { ListRow, ListRows } from '@/ui/list-row';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Tabs } from '@/ui/tabs';
import { bodyOf, formOf } from '../arrange-form';
import { useArrange } from '../hooks';
import { dayWords, draftWarnings, fullDayWords, saveWords } from '../words';
import { BoardTabs } from './board-tabs';
import { ClockFields } from './clock-fields';
import { ShiftRows } from './shift-rows';

interface Props {
  rota: Rota;
  /** As the page was opened; undefined: the first board. */
  board: string | undefined;
  now: Date;
  /** Says how old it is, where it could not be read again. */
  old: ReactNode;
  onBoard: (board: string) => void;
  onReload: () => void;
}

type Part = NonNullable<Shift['category']> | 'all';

const parts: readonly { value: Part; text: string }[] = [
  { value: 'all', text: '所有问题' },
  ...threadCategories.map((category) => ({ value: category, text: threadCategoryNames[category] })),
];

/** Warnings that the server alone can know; the others are read from the draft as it changes. */
const fromServer: readonly Rota['warnings'][number]['kind'][] = ['no-teacher', 'calendar-unfinished'];

/** 排班: the answer clock, and the week of each category, repeated from a day on. */
export function ArrangeView({ rota, board, now, old, onBoard, onReload }: Props) {
  const [part, setPart] = useState<Part>('all');
  const form = useForm({
    initial: formOf(rota, now),
    check: (value) => check(rotaDraft, bodyOf(value, rota, now)),
    sending: useArrange(board),
    onSent: () => toast('排好了，到时候按这张表'),
  });
  const { value, problems, change } = form;
  const today = dayAt(now.getTime());
  const startsOn = value.startsOn ?? today;
  const warnings = [
    ...draftWarnings(value.shifts, rota.people, startsOn, today),
    ...rota.warnings.filter(({ kind }) => fromServer.includes(kind)).map(({ words }) => words),
  ];
  const shiftProblem = Object.entries(problems).find(([path]) => path.startsWith('shifts'))?.[1];
  const teacher = rota.people.find(({ id }) => id === value.teacherId)?.name;
  return (
    <PageFrame
      title="排班"
      section="me"
      tallActions={warnings.length > 0}
      actions={
        <ActionBar above={warnings.length > 0 && <Text className="cap">{warnings[0]}</Text>}>
          <Button
            text={saveWords(value.startsOn, nextMonday(now.getTime()))}
            look="main"
            grow
            loading={form.busy}
            onTap={form.send}
          />
        </ActionBar>
      }
    >
      <BoardTabs board={board ?? rota.board} onChange={onBoard} />
      {old}
      <Cards className="stack">
        <FailureNote failure={form.failure} />
        {form.error?.code === 'version.stale' && (
          <Note
            icon="refresh"
            text="别人刚改过这张表。重新读取后再改，这里没存的会丢。"
            action={{ text: '重新读取', onTap: onReload }}
          />
        )}
        {rota.people.length === 0 && (
          <Note
            tone="warm"
            icon="alert"
            text="这个栏目还没有骨干和老师，先去任命再排班。"
            action={{ text: '去任命', onTap: () => open('people') }}
          />
        )}
        {warnings.slice(1).map((words) => (
          <Note key={words} tone="warm" icon="alert" text={words} />
        ))}
        {rota.next && <Note text={`${dayWords(rota.next.startsOn)}起的表已经排好，下面改的是那一张。`} />}
        <ClockFields value={value} problems={problems} people={rota.people} onChange={change} />
        <Tabs tabs={parts} value={part} onChange={setPart} />
        {shiftProblem !== undefined && <Note tone="red" icon="alert" text={shiftProblem} />}
        <ShiftRows
          key={part}
          shifts={value.shifts}
          category={part === 'all' ? null : part}
          people={rota.people}
          teacher={teacher}
          onChange={(shifts) => change({ shifts })}
        />
        <FieldRows>
          <DateField
            label="从哪天起"
            value={value.startsOn}
            today={today}
            placeholder="今天"
            textOf={(day) => fullDayWords(day, now)}
            hint="按周重复；时限和转给谁存了就算"
            error={problems.startsOn}
            onChange={(day) => change({ startsOn: day })}
          />
        </FieldRows>
        <ListRows>
          <ListRow
            icon="calendar"
            text="工作日历"
            note="放假和补班"
            onTap={() => open('dutyCalendar', { year: today.slice(0, 4) })}
          />
        </ListRows>
      </Cards>
    </PageFrame>
  );
}
