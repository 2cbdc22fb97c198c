import { dayAt } from '@qihang/shared/time/shanghai';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Cards } from '@/ui/card';
import { SwitchField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import type { CalendarRange } from '../calendar-days';
import { fullDayWords } from '../words';

interface Props {
  year: number;
  now: Date;
  onAdd: (range: CalendarRange) => void;
  onCancel: () => void;
}

const longestName = 12;

/** Days in a row that are off, or worked though they are a weekend. */
export function CalendarEntry({ year, now, onAdd, onCancel }: Props) {
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [works, setWorks] = useState(false);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const today = dayAt(now.getTime());
  const shown = today.startsWith(`${year}-`) ? today : `${year}-01-01`;
  const textOf = (day: string) => fullDayWords(day, now);
  const called = name.trim() || (works ? '补班' : '');
  const last = until ?? from;
  const problems = {
    from: from === null ? '请选一天' : !from.startsWith(`${year}-`) ? `不是 ${year} 年的日子` : undefined,
    until:
      from !== null && last !== null && last < from
        ? '不能早于开始'
        : last !== null && !last.startsWith(`${year}-`)
          ? `不是 ${year} 年的日子`
          : undefined,
    name:
      called === '' ? '请写假期的名字' : called.length > longestName ? `最多 ${longestName} 个字` : undefined,
  };
  const add = () => {
    setTried(true);
    if (from === null || last === null || Object.values(problems).some((one) => one !== undefined)) return;
    onAdd({ from, until: last, works, name: called });
  };
  return (
    <Cards>
      <FieldRows>
        <DateField
          label="从"
          required
          past
          value={from}
          today={shown}
          textOf={textOf}
          error={tried ? problems.from : undefined}
          onChange={setFrom}
        />
        <DateField
          label="到"
          past
          value={until}
          today={from ?? shown}
          placeholder="只这一天"
          textOf={textOf}
          error={tried ? problems.until : undefined}
          onChange={setUntil}
        />
        <SwitchField label="这些天上班" on={works} onChange={setWorks} />
        <TextField
          label="名字"
          value={name}
          max={longestName}
          placeholder={works ? '补班' : '如 国庆节'}
          error={tried ? problems.name : undefined}
          onChange={setName}
        />
      </FieldRows>
      <Button text="加进去" onTap={add} />
      <Button text="不加了" look="quiet" onTap={onCancel} />
    </Cards>
  );
}
