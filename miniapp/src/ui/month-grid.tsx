import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { cx } from './class-names';
import { Icon } from './icon/icon';
import './month-grid.scss';
import { Tap } from './tap';

interface Props {
  /** `YYYY-MM-DD` of today and of the chosen day. */
  today: string;
  value: string | null;
  onPick: (day: string) => void;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const two = (number: number) => String(number).padStart(2, '0');
const dayText = (date: Date) =>
  `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;

/** The six weeks, Monday first, in which a month stands. Days are plain calendar days, without a time zone. */
export function monthDays(year: number, month: number): { day: string; inside: boolean }[] {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const lead = (first.getUTCDay() + 6) % 7;
  return Array.from({ length: 42 }, (_, index) => {
    const date = new Date(Date.UTC(year, month - 1, 1 - lead + index));
    return { day: dayText(date), inside: date.getUTCMonth() === month - 1 };
  });
}

/** A month of days to choose from. */
export function MonthGrid({ today, value, onPick }: Props) {
  const [shown, setShown] = useState(() => {
    const [year = 2000, month = 1] = (value ?? today).split('-').map(Number);
    return { year, month };
  });
  const turn = (by: number) =>
    setShown(({ year, month }) => {
      const date = new Date(Date.UTC(year, month - 1 + by, 1));
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
    });
  return (
    <View>
      <View className="mg-h">
        <Tap className="mg-t" label="上个月" onTap={() => turn(-1)}>
          <Icon name="back" size={20} />
        </Tap>
        <Text className="strong">{`${shown.year}年${shown.month}月`}</Text>
        <Tap className="mg-t" label="下个月" onTap={() => turn(1)}>
          <Icon name="chevron-right" size={20} />
        </Tap>
      </View>
      <View className="mg">
        {weekdays.map((name) => (
          <Text key={name} className="mg-w">
            {name}
          </Text>
        ))}
        {monthDays(shown.year, shown.month).map(({ day, inside }) => (
          <Tap
            key={day}
            className={cx('mg-d', (!inside || day < today) && 'mg-out', day === value && 'mg-on')}
            label={day}
            checked={day === value}
            onTap={() => onPick(day)}
          >
            <Text className={cx('mg-n', day === today && 'mg-now')}>{Number(day.slice(8))}</Text>
          </Tap>
        ))}
      </View>
    </View>
  );
}
