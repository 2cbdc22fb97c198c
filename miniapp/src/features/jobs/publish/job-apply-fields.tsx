import { jobFields } from '@qihang/shared/jobs/fields';
import { type JobOrigin, jobLimits, jobOriginNames, jobOrigins } from '@qihang/shared/jobs/vocabulary';
import { ChoiceField } from '@/ui/form/choice-field';
import { FieldRows } from '@/ui/form/field';
import { AreaField, TextField } from '@/ui/form/text-field';
import type { JobFieldsProps } from './job-fields-props';
import type { JobForm } from './job-form';

const origins = jobOrigins.map((value) => ({ value, text: jobOriginNames[value] }));

function sourceHint({ origin }: JobForm, required: boolean): string | undefined {
  if (origin === 'repost') return '转载要写明原始出处，最好附官网链接';
  return required ? '这个栏目必须写明出处，或附原文网址' : undefined;
}

/** What the posting says, how to apply, and who it comes from. */
export const ApplyFields = ({
  form,
  problems,
  warnings,
  sourceRequired,
  onCut,
  onChange,
}: JobFieldsProps) => (
  <>
    <FieldRows>
      <AreaField
        label={jobFields.body.label}
        tall
        value={form.body}
        max={jobLimits.body}
        placeholder={'岗位职责：\n1. …\n任职要求：\n1. …'}
        error={problems.body}
        warning={warnings.body}
        fix={onCut && { text: '从正文去掉', onTap: onCut }}
        onChange={(body) => onChange({ body })}
      />
    </FieldRows>
    <FieldRows>
      <TextField
        label="邮箱"
        value={form.email}
        placeholder="投递邮箱"
        error={problems['apply.email']}
        warning={warnings['apply.email']}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        label="网址"
        value={form.url}
        placeholder="投递网址，https:// 开头"
        error={problems['apply.url']}
        warning={warnings['apply.url']}
        onChange={(url) => onChange({ url })}
      />
      <TextField
        label="说明"
        value={form.note}
        placeholder="如 邮件标题写 姓名+岗位"
        error={problems['apply.note']}
        warning={warnings['apply.note']}
        onChange={(note) => onChange({ note })}
      />
    </FieldRows>
    <FieldRows>
      <ChoiceField
        label={jobFields.source.label}
        required
        single
        choices={origins}
        value={form.origin === '' ? [] : [form.origin]}
        error={problems['source.origin'] && '请选来源，读者要知道是谁给的'}
        warning={warnings['source.origin']}
        onChange={([origin]) => onChange({ origin: origin as JobOrigin })}
      />
      <TextField
        label="出处"
        required={sourceRequired}
        value={form.sourceName}
        placeholder="如 汽车学院就业办"
        hint={sourceHint(form, sourceRequired)}
        error={problems['source.name']}
        warning={warnings['source.name']}
        onChange={(sourceName) => onChange({ sourceName })}
      />
      <TextField
        label="原文"
        value={form.sourceUrl}
        placeholder="原文网址"
        error={problems['source.url']}
        warning={warnings['source.url']}
        onChange={(sourceUrl) => onChange({ sourceUrl })}
      />
    </FieldRows>
  </>
);
