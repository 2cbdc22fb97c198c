import type { DutyWeek } from '@qihang/shared/duty/contract';
import { dayAt } from '@qihang/shared/time/shanghai';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/form/date-field';
import { useAbsences } from '../hooks';
import { fullDayWords, rangeWords, refusalWords } from '../words';
import './absence-card.scss';

/** 我不在的日子: the deputy has the duty then. */
export function AbsenceCard({ absences, now }: { absences: DutyWeek['absences']; now: Date }) {
  const { add, remove } = useAbsences();
  const [adding, setAdding] = useState(false);
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const today = dayAt(now.getTime());
  const textOf = (day: string) => fullDayWords(day, now);
  const failed = (error: Error) => toast(refusalWords(error));
  const send = () => {
    if (from === null) return toast('先选从哪天起不在');
    add.mutate(
      { from, until: until ?? from },
      {
        onSuccess: () => {
          setAdding(false);
          setFrom(null);
          setUntil(null);
          toast('记下了，这些天替补值班');
        },
        onError: failed,
      },
    );
  };
  return (
    <Card title="我不在的日子">
      <Text className="cap du-ax">这些天轮到你时由替补值班。</Text>
      {absences.map((absence) => (
        <View key={absence.id} className="du-ab">
          <Text className="grow">{rangeWords(absence.from, absence.until)}</Text>
          <Button
            text="我在了"
            look="quiet"
            loading={remove.isPending && remove.variables === absence.id}
            onTap={() => remove.mutate(absence.id, { onError: failed })}
          />
        </View>
      ))}
      {adding && (
        <>
          <DateField label="从" value={from} today={today} textOf={textOf} onChange={setFrom} />
          <DateField
            label="到"
            value={until}
            today={from ?? today}
            placeholder="只这一天"
            textOf={textOf}
            onChange={setUntil}
          />
        </>
      )}
      <Button
        text={adding ? '记下' : '添加'}
        look={adding ? 'normal' : 'quiet'}
        loading={add.isPending}
        onTap={() => (adding ? send() : setAdding(true))}
      />
    </Card>
  );
}
