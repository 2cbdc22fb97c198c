import type { Rota, Shift } from '@qihang/shared/duty/contract';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { shiftAt, withShift } from '../arrange-form';
import { weekdayName, weekdays } from '../words';
import { ShiftSheet } from './shift-sheet';
import './shift-rows.scss';

interface Props {
  shifts: readonly Shift[];
  category: Shift['category'];
  people: Rota['people'];
  /** Who answers where nobody is arranged. */
  teacher: string | undefined;
  onChange: (shifts: Shift[]) => void;
}

/** The week of one category: who and the deputy on each weekday. */
export function ShiftRows({ shifts, category, people, teacher, onChange }: Props) {
  const [weekday, setWeekday] = useState<number>();
  const nameOf = (id: string | null | undefined) =>
    id == null ? undefined : (people.find((person) => person.id === id)?.name ?? '没有任期的人');
  const emptyNote = category === null ? `${teacher ?? '老师'} 兜底` : '按所有问题的排';
  return (
    <Card>
      {weekdays.map((one) => {
        const shift = shiftAt(shifts, category, one);
        const name = nameOf(shift?.personId);
        const deputy = nameOf(shift?.deputyId);
        const note = shift ? (deputy ? `替补 ${deputy}` : '没有替补') : emptyNote;
        return (
          <Tap
            key={one}
            className="du-s"
            label={`${weekdayName(one)}，${name ?? '还没有人'}，${note}`}
            onTap={() => setWeekday(one)}
          >
            <Text className="du-sd">{weekdayName(one)}</Text>
            <Text className={cx('grow', name === undefined ? 'meta' : 'strong')}>{name ?? '还没有人'}</Text>
            <Text className="cap">{note}</Text>
            <Icon name="chevron-right" size={16} />
          </Tap>
        );
      })}
      {weekday !== undefined && (
        <ShiftSheet
          weekday={weekday}
          shift={shiftAt(shifts, category, weekday)}
          people={people}
          onApply={(choice, days) => {
            onChange(withShift(shifts, category, days, choice));
            setWeekday(undefined);
          }}
          onClose={() => setWeekday(undefined)}
        />
      )}
    </Card>
  );
}
