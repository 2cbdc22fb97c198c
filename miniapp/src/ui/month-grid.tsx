import { CalendarCard, type CalendarCardDay, type CalendarCardRef } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { cx } from './class-names';
import { Icon } from './icon/icon';
import './month-grid.scss';
import { Tap } from './tap';

/** How near what ends on a day is. */
export type DayTone = 'signal' | 'week' | 'far';

interface Props {
  /** `YYYY-MM-DD` of today and of the chosen day. */
  today: string;
  value: string | null;
  /** The first day that can be chosen; without it, any. */
  from?: string;
  /** Days with a dot below them. */
  marks?: Readonly<Record<string, DayTone>>;
  onPick: (day: string) => void;
}

const two = (number: number) => String(number).padStart(2, '0');
const dayText = ({ year, month, date }: CalendarCardDay) => `${year}-${two(month)}-${two(date)}`;

// NutUI reads year, month and day of a date by the phone's own clock, so it gets the local midnight of the day.
function dateOf(day: string): Date {
  const [year = 2000, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** A month of days to choose from. NutUI lays out the month; what is tapped is ours, for its size, name and keys. */
export function MonthGrid({ today, value, from, marks = {}, onPick }: Props) {
  const card = useRef<CalendarCardRef>(null);
  const [shown, setShown] = useState('');
  useEffect(() => {
    const day = dateOf(value ?? today);
    card.current?.jumpTo(day.getFullYear(), day.getMonth() + 1);
  }, []);
  return (
    <CalendarCard
      ref={card}
      className="mg"
      firstDayOfWeek={1}
      {...(from === undefined ? {} : { startDate: dateOf(from) })}
      onPageChange={({ year, month }) => setShown(`${year}年${month}月`)}
      title={
        <View className="mg-h">
          <Tap className="mg-t" label="上个月" onTap={() => card.current?.jump(-1)}>
            <Icon name="back" size={20} />
          </Tap>
          <Text className="strong">{shown}</Text>
          <Tap className="mg-t" label="下个月" onTap={() => card.current?.jump(1)}>
            <Icon name="chevron-right" size={20} />
          </Tap>
        </View>
      }
      renderDay={(day) => {
        const text = dayText(day);
        const inside = day.type === 'current';
        const tone = inside ? marks[text] : undefined;
        return (
          <Tap
            className={cx('mg-d', inside && text === value && 'mg-on')}
            label={tone === undefined ? text : `${text}，有截止`}
            checked={text === value}
            disabled={!inside || (from !== undefined && text < from)}
            onTap={() => onPick(text)}
          >
            <Text className={cx('mg-n', text === today && 'mg-now')}>{day.date}</Text>
            {tone !== undefined && <View className={cx('mg-m', `mg-${tone}`)} />}
          </Tap>
        );
      }}
    />
  );
}
