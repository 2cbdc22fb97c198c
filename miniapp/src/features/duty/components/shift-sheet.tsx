import type { Rota, Shift } from '@qihang/shared/duty/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/filter-bar';
import { Switch } from '@/ui/form/choice-field';
import { Sheet } from '@/ui/sheet';
import { weekdayName, weekdays } from '../words';
import './shift-rows.scss';

interface Choice {
  personId: string | null;
  deputyId: string | null;
}

interface Props {
  weekday: number;
  shift: Shift | undefined;
  people: Rota['people'];
  onApply: (choice: Choice, days: readonly number[]) => void;
  onClose: () => void;
}

/** Who has the duty on a weekday, and the deputy; for the whole week at once where one person has it all. */
export function ShiftSheet({ weekday, shift, people, onApply, onClose }: Props) {
  const [personId, setPersonId] = useState(shift?.personId ?? null);
  const [deputyId, setDeputyId] = useState(shift?.deputyId ?? null);
  const [everyDay, setEveryDay] = useState(false);
  const pick = (id: string | null) => {
    setPersonId(id);
    if (id === null || id === deputyId) setDeputyId(null);
  };
  return (
    <Sheet
      open
      title={`${weekdayName(weekday)}谁值班`}
      onClose={onClose}
      footer={
        <Button
          text="就这样"
          look="main"
          grow
          onTap={() => onApply({ personId, deputyId }, everyDay ? weekdays : [weekday])}
        />
      }
    >
      <Text className="cap du-sg">值班</Text>
      <View className="du-sc">
        <Chip text="不排人" on={personId === null} onTap={() => pick(null)} />
        {people.map(({ id, name }) => (
          <Chip key={id} text={name} on={personId === id} onTap={() => pick(id)} />
        ))}
      </View>
      {personId !== null && (
        <>
          <Text className="cap du-sg">替补</Text>
          <View className="du-sc">
            <Chip text="没有替补" on={deputyId === null} onTap={() => setDeputyId(null)} />
            {people
              .filter(({ id }) => id !== personId)
              .map(({ id, name }) => (
                <Chip key={id} text={`替补 ${name}`} on={deputyId === id} onTap={() => setDeputyId(id)} />
              ))}
          </View>
        </>
      )}
      <View className="du-sa">
        <Text className="grow">一周七天都这样</Text>
        <Switch label="一周七天都这样" on={everyDay} onChange={setEveryDay} />
      </View>
    </Sheet>
  );
}
