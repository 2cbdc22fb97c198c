import type { Audience } from '@qihang/shared/must-read/notice';
import { type AudienceKind, mustReadLimits } from '@qihang/shared/must-read/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { RosterClass } from '@qihang/shared/verification/fields';
import { useSession } from '@/platform/session';
import { ChoiceField, SwitchField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { useAudiences } from '../must-read-hooks';
import { dueWords } from '../must-read-words';
import { emptyMustRead, type MustReadForm } from '../post-form';

interface Props {
  value: MustReadForm | null;
  readAgain: boolean;
  /** Whether it is one for its readers already: then an important change may be asked about once more. */
  wasNotice: boolean;
  problems: Record<string, string>;
  now: Date;
  onChange: (part: { mustRead?: MustReadForm | null; readAgain?: boolean }) => void;
}

const audienceKinds: { value: AudienceKind; text: string }[] = [
  { value: 'everyone', text: '所有认证的在校生' },
  { value: 'years', text: '按届别' },
  { value: 'classes', text: '按班级' },
];

const emptyAudience = {
  everyone: { to: 'everyone' },
  years: { to: 'years', years: [] },
  classes: { to: 'classes', classes: [] },
} as const satisfies Record<AudienceKind, unknown>;

const keyOf = ({ graduationYear, college, className }: RosterClass) =>
  [graduationYear, college, className].join(' ');

/** Whether an article must be read, by which people, until when, and what is to be done afterwards. */
export function MustReadField({ value, readAgain, wasNotice, problems, now, onChange }: Props) {
  const signedIn = useSession(({ token }) => token !== null);
  const { data: offered } = useAudiences(signedIn && value !== null);
  const set = (part: Partial<MustReadForm>) => value && onChange({ mustRead: { ...value, ...part } });
  const toAudience = (audience: Audience) => set({ audience });
  const audience = value?.audience;
  const classes = audience?.to === 'classes' ? audience.classes : [];
  const known = [...classes, ...(offered?.classes ?? [])];
  return (
    <FieldRows>
      <SwitchField
        label="必读"
        on={value !== null}
        hint={value ? '读者点“我已读完”，你看得到多少人读完' : '要确认每个人都看过的通知才打开'}
        error={problems.mustRead}
        onChange={(on) => onChange({ mustRead: on ? emptyMustRead : null })}
      />
      {value && audience && (
        <>
          <ChoiceField
            label="发给谁"
            required
            single
            choices={audienceKinds}
            value={[audience.to]}
            hint={offered && audience.to === 'everyone' ? `现在 ${offered.everyone} 人` : undefined}
            onChange={([to]) => toAudience(emptyAudience[(to as AudienceKind) ?? 'everyone'] as Audience)}
          />
          {audience.to === 'years' && (
            <ChoiceField
              label="届别"
              required
              choices={(offered?.years ?? []).map(({ graduationYear, size }) => ({
                value: String(graduationYear),
                text: `${graduationYear} 届`,
                count: size,
              }))}
              value={audience.years.map(String)}
              error={problems['mustRead.audience.years']}
              onChange={(years) => toAudience({ to: 'years', years: years.map(Number) })}
            />
          )}
          {audience.to === 'classes' && (
            <ChoiceField
              label="班级"
              required
              searchHint="找班级，如 车辆"
              choices={(offered?.classes ?? []).map((one) => ({
                value: keyOf(one),
                text: `${one.className} ${one.graduationYear} 届`,
                count: one.size,
              }))}
              value={classes.map(keyOf)}
              hint="发给班级的，你和老师看得到谁还没读"
              error={problems['mustRead.audience.classes']}
              onChange={(keys) =>
                toAudience({
                  to: 'classes',
                  classes: keys.flatMap((key) => {
                    const found = known.find((one) => keyOf(one) === key);
                    if (!found) return [];
                    const { college, className, graduationYear } = found;
                    return [{ college, className, graduationYear }];
                  }),
                })
              }
            />
          )}
          <DateField
            label="完成期限"
            today={dayAt(now.getTime())}
            withTime
            value={value.dueAt}
            placeholder="没有期限"
            textOf={(dueAt) => dueWords(dueAt, now)}
            error={problems['mustRead.dueAt']}
            onChange={(dueAt) => set({ dueAt })}
          />
          <TextField
            label="要做的事"
            value={value.todo}
            max={mustReadLimits.todo}
            placeholder="如 去学校就业系统核对一次"
            error={problems['mustRead.todo']}
            onChange={(todo) => set({ todo })}
          />
          <TextField
            label="去哪里做"
            value={value.todoUrl}
            placeholder="网址，读完后给一个按钮"
            error={problems['mustRead.todoUrl']}
            onChange={(todoUrl) => set({ todoUrl })}
          />
          {wasNotice && (
            <SwitchField
              label="重要修改"
              on={readAgain}
              hint={readAgain ? '保存后，读完的人要再确认一次' : '改错字不用打开，读完的还算读完'}
              onChange={(on) => onChange({ readAgain: on })}
            />
          )}
        </>
      )}
    </FieldRows>
  );
}
