import type { DutyDay, DutyWeek } from '@qihang/shared/duty/contract';
import { timeOn } from '@qihang/shared/duty/due';
import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Chip, Chips } from '@/ui/filter-bar';
import { Sheet } from '@/ui/sheet';
import { useDayMoves } from '../hooks';
import { colleagueWords, nearWords, refusalWords } from '../words';
import { RadioRow } from './radio-row';
import './swap-sheet.scss';

interface Props {
  week: DutyWeek;
  /** The day to be taken over; undefined while nothing is asked. */
  day: DutyDay | undefined;
  now: Date;
  onClose: () => void;
}

const usualTimes = ['12:00', '14:00', '18:00', '20:00'];

/** 请人替: asks one colleague or anybody. Until somebody accepts, nothing changes. */
export function SwapSheet({ week, day, now, onClose }: Props) {
  const deputies = week.colleagues.filter(({ deputyOn }) => day !== undefined && deputyOn.includes(day.day));
  const colleagues = [...deputies, ...week.colleagues.filter((one) => !deputies.includes(one))];
  const [first] = colleagues;
  const [to, setTo] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const { askSwap } = useDayMoves();
  // Opens for each day with the deputy chosen, and whole.
  useEffect(() => {
    setTo(first?.key ?? null);
    setFrom(null);
  }, [day?.day]);
  if (day === undefined) return null;
  const name = colleagues.find(({ key }) => key === to)?.name;
  const goes = week.mine.onDuty && week.mine.waiting > 0 && day.day === week.days[0]?.day;
  const times = usualTimes.filter(
    (time) => time > week.hours.from && time < week.hours.until && timeOn(day.day, time) > now.getTime(),
  );
  const send = () =>
    askSwap.mutate(
      { board: week.board, day: day.day, from, to },
      {
        onSuccess: () => {
          toast(name === undefined ? '已发给大家，先答应的算' : `已发给 ${name}，答应了才算`);
          onClose();
        },
        onError: (error) => toast(refusalWords(error)),
      },
    );
  return (
    <Sheet
      open
      title={`请人替我值${nearWords(day.day, now)}`}
      onClose={onClose}
      footer={
        <Button
          text={name === undefined ? '发给大家' : `发给 ${name}`}
          look="main"
          grow
          disabled={colleagues.length === 0}
          loading={askSwap.isPending}
          onTap={send}
        />
      }
    >
      <Text className="meta du-sw">
        {colleagues.length === 0
          ? '这个栏目没有别的骨干，请老师重新排班。'
          : `对方答应前还是你值班${goes ? `，${week.mine.waiting} 个待答一起转过去` : ''}。`}
      </Text>
      {times.length > 0 && colleagues.length > 0 && (
        <Chips>
          <Chip text="整天" on={from === null} onTap={() => setFrom(null)} />
          {times.map((time) => (
            <Chip key={time} text={`${time} 后`} on={from === time} onTap={() => setFrom(time)} />
          ))}
        </Chips>
      )}
      {colleagues.map((colleague) => (
        <RadioRow
          key={colleague.key}
          text={colleague.name}
          note={colleagueWords(colleague, day.day, now)}
          on={to === colleague.key}
          onTap={() => setTo(colleague.key)}
        />
      ))}
      {colleagues.length > 1 && (
        <RadioRow
          text="谁有空谁来"
          note={`发给 ${colleagues.length} 位骨干，先答应的算`}
          on={to === null}
          onTap={() => setTo(null)}
        />
      )}
    </Sheet>
  );
}
