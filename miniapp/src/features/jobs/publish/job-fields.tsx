import { jobFields } from '@qihang/shared/jobs/fields';
import {
  type Degree,
  degreeNames,
  degrees,
  type JobKind,
  jobKindNames,
  jobKinds,
  jobLimits,
  maxRecheckDays,
  type SalaryUnit,
  salaryUnits,
} from '@qihang/shared/jobs/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { View } from '@tarojs/components';
import { dateWords, startOfDay } from '@/ui/date-words';
import { ChoiceField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { useJobFacets } from '../hooks';
import { useUnknownMajors } from '../majors/hooks';
import { deadlineWords } from '../words';
import { ApplyFields } from './job-apply-fields';
import type { JobFieldsProps } from './job-fields-props';
import type { JobForm } from './job-form';

const named = (names: Record<string, string>, values: readonly string[]) =>
  values.map((value) => ({ value, text: names[value] ?? value }));

const kinds = named(jobKindNames, jobKinds);
const degreeChoices = named(degreeNames, degrees);
const payUnits = {
  month: '月薪',
  day: '日薪',
  hour: '时薪',
  year: '年薪',
  text: '面议或写文字',
} as const satisfies Record<SalaryUnit | 'text', string>;
const payChoices = named(payUnits, [...salaryUnits, 'text']);

const one = (value: string) => (value === '' ? [] : [value]);

/** Every field of a job, in the order in which readers ask for them. */
export const JobFields = (props: JobFieldsProps) => (
  <View className="cards">
    <WhatFields {...props} />
    <WhenFields {...props} />
    <PayFields {...props} />
    <ApplyFields {...props} />
  </View>
);

function WhatFields({ form, problems, warnings, onChange }: JobFieldsProps) {
  const facets = useJobFacets();
  const unknown = useUnknownMajors(form.majors);
  const choices = (list: { name: string }[] = []) => list.map(({ name }) => ({ value: name, text: name }));
  return (
    <FieldRows>
      <TextField
        label={jobFields.title.label}
        required
        value={form.title}
        max={jobLimits.title}
        placeholder="如 整车热管理工程师"
        error={problems.title}
        warning={warnings.title}
        onChange={(title) => onChange({ title })}
      />
      <TextField
        label={jobFields.company.label}
        required
        value={form.company}
        max={jobLimits.company}
        placeholder="单位全称"
        error={problems.company}
        warning={warnings.company}
        onChange={(company) => onChange({ company })}
      />
      <ChoiceField
        label={jobFields.kind.label}
        required
        single
        choices={kinds}
        value={one(form.kind)}
        error={problems.kind && '请选一个类型'}
        warning={warnings.kind}
        onChange={([kind]) => onChange({ kind: kind as JobKind })}
      />
      <ChoiceField
        label={jobFields.cities.label}
        choices={choices(facets?.cities)}
        addHint="找城市，或写一个"
        value={form.cities}
        error={problems.cities}
        warning={warnings.cities}
        onChange={(cities) => onChange({ cities })}
      />
      <ChoiceField
        label={jobFields.degree.label}
        single
        choices={degreeChoices}
        value={one(form.degree)}
        hint="选最低要求，如“本科”指本科及以上"
        error={problems.degree}
        warning={warnings.degree}
        onChange={([degree]) => onChange({ degree: degree as Degree })}
      />
      <ChoiceField
        label={jobFields.majors.label}
        choices={choices(facets?.majors)}
        addHint="找专业，或写一个"
        placeholder="不选就是不限专业"
        value={form.majors}
        error={problems.majors}
        warning={warnings.majors ?? unknown}
        onChange={(majors) => onChange({ majors })}
      />
      <TextField
        label={jobFields.headcount.label}
        keyboard="number"
        value={form.headcount}
        placeholder="招几人"
        error={problems.headcount}
        warning={warnings.headcount}
        onChange={(headcount) => onChange({ headcount })}
      />
      <TextField
        label={jobFields.graduationYear.label}
        keyboard="number"
        value={form.graduationYear}
        placeholder="如 2027，不限就不填"
        error={problems.graduationYear}
        warning={warnings.graduationYear}
        onChange={(graduationYear) => onChange({ graduationYear })}
      />
    </FieldRows>
  );
}

function WhenFields({ form, problems, warnings, now, onChange }: JobFieldsProps) {
  const today = dayAt(now.getTime());
  return (
    <FieldRows>
      <DateField
        label={jobFields.deadline.label}
        withTime
        today={today}
        value={form.deadline}
        placeholder="没写就不选，按长期招处理"
        textOf={(value) => deadlineWords(value, now)}
        hint={form.deadline?.length === 10 ? '没写几点，按当天 24:00 算' : undefined}
        error={problems.deadline}
        warning={warnings.deadline}
        onChange={(deadline) => onChange({ deadline })}
      />
      {form.deadline === null && (
        <DateField
          label={jobFields.recheckOn.label}
          today={today}
          value={form.recheckOn}
          placeholder={`不选就在 ${maxRecheckDays} 天后`}
          textOf={(value) => `${dateWords(startOfDay(value), now)}再核实一次`}
          hint="长期招的岗位到日子要再确认，没人确认会转为待核实"
          error={problems.recheckOn}
          warning={warnings.recheckOn}
          onChange={(recheckOn) => onChange({ recheckOn })}
        />
      )}
    </FieldRows>
  );
}

function PayFields({ form, problems, warnings, onChange }: JobFieldsProps) {
  const inWords = form.payIn === 'text';
  return (
    <FieldRows>
      <ChoiceField
        label={jobFields.salary.label}
        single
        choices={payChoices}
        value={[form.payIn]}
        error={problems.salary}
        warning={warnings.salary}
        onChange={([payIn]) => onChange({ payIn: payIn as JobForm['payIn'] })}
      />
      {inWords ? (
        <TextField
          label="写法"
          value={form.payText}
          placeholder="如 面议、按国家标准"
          error={problems.salaryText}
          warning={warnings.salaryText}
          onChange={(payText) => onChange({ payText })}
        />
      ) : (
        <>
          <TextField
            label="最低"
            keyboard="number"
            value={form.payMin}
            placeholder="元"
            error={problems['salary.min']}
            warning={warnings['salary.min']}
            onChange={(payMin) => onChange({ payMin })}
          />
          <TextField
            label="最高"
            keyboard="number"
            value={form.payMax}
            placeholder="元，不封顶就不填"
            error={problems['salary.max']}
            warning={warnings['salary.max']}
            onChange={(payMax) => onChange({ payMax })}
          />
        </>
      )}
      {form.payIn === 'month' && (
        <TextField
          label="几薪"
          keyboard="number"
          value={form.payMonths}
          placeholder="如 14，没写就不填"
          error={problems['salary.months']}
          warning={warnings['salary.months']}
          onChange={(payMonths) => onChange({ payMonths })}
        />
      )}
    </FieldRows>
  );
}
