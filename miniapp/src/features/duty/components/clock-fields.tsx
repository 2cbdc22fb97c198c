import type { Rota } from '@qihang/shared/duty/contract';
import { answerClockNames, answerClocks } from '@qihang/shared/duty/vocabulary';
import { Text } from '@tarojs/components';
import { ChoiceField } from '@/ui/form/choice-field';
import { Field, FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { TimeCore } from '@/ui/form/time-core';
import type { ArrangeForm } from '../arrange-form';
import './clock-fields.scss';

interface Props {
  value: ArrangeForm;
  problems: Record<string, string>;
  people: Rota['people'];
  onChange: (part: Partial<ArrangeForm>) => void;
}

/** The answer clock of a board: how long, how it is counted, duty hours, and who comes after whom. */
export function ClockFields({ value, problems, people, onChange }: Props) {
  const office = people
    .filter(({ role }) => role !== 'lead')
    .map(({ id, name }) => ({ value: id, text: name }));
  const adminProblem = Object.entries(problems).find(([path]) => path.startsWith('adminIds'))?.[1];
  return (
    <FieldRows>
      <TextField
        label="答复时限"
        keyboard="number"
        value={value.answerHours}
        hint="小时，从提问算起"
        error={problems.answerHours}
        onChange={(answerHours) => onChange({ answerHours })}
      />
      <ChoiceField
        label="怎么算"
        single
        choices={answerClocks.map((clock) => ({ value: clock, text: answerClockNames[clock] }))}
        value={[value.clock]}
        hint={value.clock === 'working-days' ? '周末和放假不算，按工作日历' : '周末和放假也算'}
        error={problems.clock}
        onChange={([picked]) =>
          onChange({ clock: answerClocks.find((clock) => clock === picked) ?? value.clock })
        }
      />
      <Field label="值班时间" error={problems.from ?? problems.until} hint="之后的问题算第二天的人的">
        <TimeCore
          className="du-ct"
          label="值班开始"
          value={value.from}
          onChange={(from) => onChange({ from })}
        />
        <Text className="meta">到</Text>
        <TimeCore
          className="du-ct"
          label="值班结束"
          value={value.until}
          onChange={(until) => onChange({ until })}
        />
      </Field>
      <TextField
        label="每级多久"
        keyboard="number"
        value={value.stepHours}
        hint="小时。超时先转替补，再转兜底老师，再转管理员；只算值班时间"
        error={problems.stepHours}
        onChange={(stepHours) => onChange({ stepHours })}
      />
      <ChoiceField
        label="兜底老师"
        single
        choices={[{ value: '', text: '本栏目手上最少的老师' }, ...office]}
        value={[value.teacherId ?? '']}
        error={problems.teacherId}
        onChange={([teacherId = '']) => onChange({ teacherId: teacherId === '' ? null : teacherId })}
      />
      <ChoiceField
        label="最后转给"
        choices={office}
        value={value.adminIds}
        placeholder="所有管理员"
        error={adminProblem}
        onChange={(adminIds) => onChange({ adminIds })}
      />
    </FieldRows>
  );
}
