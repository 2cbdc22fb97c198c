import type { Portrayal } from '@qihang/shared/portrayals/consent';
import {
  type ConsentUse,
  type ConsentWay,
  consentUses,
  consentWays,
} from '@qihang/shared/portrayals/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { consentUseNames, consentWayNames } from '@/common/content/consent-words';
import { dateWords, startOfDay } from '@/ui/date-words';
import { ChoiceField, SwitchField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { type ConsentForm, emptyConsent } from '../post-form';

interface Props {
  value: ConsentForm | null;
  /** The consent there is. */
  recorded: Portrayal | undefined;
  problems: Record<string, string>;
  now: Date;
  onChange: (value: ConsentForm | null) => void;
}

const uses = consentUses.map((value) => ({ value, text: consentUseNames[value] }));
const ways = consentWays.map((value) => ({ value, text: consentWayNames[value] }));

/** What there is already, in words. */
function recordedWords(recorded: Portrayal | undefined): string {
  if (!recorded?.record) return '没有本人同意不能发布；本人随时可以撤回';
  const { subject, state } = recorded.record;
  if (state === 'withdrawn') return `${subject}撤回了同意，要重新取得才能再发布`;
  return state === 'given' ? `已有${subject}的同意；换了人或用途再登记` : `等${subject}在“我的数据”里答复`;
}

/** Records that the person an article is about agrees: who, to what, when and how. */
export function ConsentFields({ value, recorded, problems, now, onChange }: Props) {
  const set = (part: Partial<ConsentForm>) => value && onChange({ ...value, ...part });
  return (
    <FieldRows>
      <SwitchField
        label="本人同意"
        on={value !== null}
        hint={recordedWords(recorded)}
        error={problems.consent}
        onChange={(on) => onChange(on ? emptyConsent : null)}
      />
      {value && (
        <>
          <TextField
            label="写的是谁"
            required
            value={value.subject}
            placeholder="文章里出现的姓名"
            error={problems['consent.subject']}
            onChange={(subject) => set({ subject })}
          />
          <TextField
            label="本人学号"
            required={value.way === 'in-app'}
            value={value.studentNo}
            placeholder="填了，本人可以自己撤回"
            hint="不会显示给读者"
            error={problems['consent.studentNo']}
            onChange={(studentNo) => set({ studentNo })}
          />
          <ChoiceField
            label="同意用于"
            required
            choices={uses}
            value={value.uses}
            error={problems['consent.uses']}
            onChange={(chosen) => set({ uses: chosen as ConsentUse[] })}
          />
          <ChoiceField
            label="怎样同意"
            required
            single
            choices={ways}
            value={[value.way]}
            hint={value.way === 'in-app' ? '本人同意之前，这篇文章发布不了' : undefined}
            error={problems['consent.way']}
            onChange={([way]) => set({ way: way as ConsentWay, givenOn: null })}
          />
          {value.way === 'paper' && (
            <DateField
              label="签字日期"
              required
              today={dayAt(now.getTime())}
              past
              value={value.givenOn}
              placeholder="同意书上的日期"
              textOf={(day) => dateWords(startOfDay(day), now)}
              error={problems['consent.givenOn']}
              onChange={(givenOn) => set({ givenOn })}
            />
          )}
        </>
      )}
    </FieldRows>
  );
}
