import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../button';
import { cx } from '../class-names';
import { Chip } from '../filter-bar';
import { Icon } from '../icon/icon';
import { MonthGrid } from '../month-grid';
import { Sheet } from '../sheet';
import { Tap } from '../tap';
import { Field, type FieldFrame } from './field';

interface Props extends FieldFrame {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm` where `withTime`; null when none is set. */
  value: string | null;
  today: string;
  withTime?: boolean;
  /** Days that are over can be chosen, too. */
  past?: boolean;
  placeholder?: string;
  /** The value in a person's words. */
  textOf: (value: string) => string;
  onChange: (value: string | null) => void;
}

const usualTimes = ['12:00', '17:00', '18:00', '20:00'];

/** A day, and where it matters the time: without one the day counts to its end. */
export function DateField(props: Props) {
  const {
    value,
    today,
    withTime = false,
    past = false,
    placeholder = '请选择',
    textOf,
    onChange,
    ...frame
  } = props;
  const [open, setOpen] = useState(false);
  const [day = null, time = null] = value?.split('T') ?? [];
  const set = (newDay: string, newTime: string | null) =>
    onChange(withTime && newTime !== null ? `${newDay}T${newTime}` : newDay);
  const times = time === null || usualTimes.includes(time) ? usualTimes : [...usualTimes, time].sort();
  const text = value === null ? placeholder : textOf(value);
  return (
    <>
      <Field {...frame}>
        <Tap className="fd-pick" label={`${frame.label}，${text}`} onTap={() => setOpen(true)}>
          <Text className={cx('grow', value === null && 'fd-ph')}>{text}</Text>
          <Icon name="calendar" size={16} className="fd-pick-i" />
        </Tap>
      </Field>
      <Sheet
        open={open}
        title={frame.label}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button
              text="清除"
              look="quiet"
              tall
              disabled={value === null}
              onTap={() => {
                onChange(null);
                setOpen(false);
              }}
            />
            <Button text={value === null ? '关闭' : text} look="main" grow onTap={() => setOpen(false)} />
          </>
        }
      >
        <MonthGrid
          today={today}
          value={day}
          onPick={(picked) => set(picked, time)}
          {...(past ? {} : { from: today })}
        />
        {withTime && day !== null && (
          <View className="cs">
            <Chip text="当天 24:00" on={time === null} onTap={() => set(day, null)} />
            {times.map((one) => (
              <Chip key={one} text={one} on={time === one} onTap={() => set(day, one)} />
            ))}
          </View>
        )}
      </Sheet>
    </>
  );
}
