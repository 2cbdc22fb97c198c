import { check } from '@qihang/shared/contract/messages';
import { messageTemplatesChange } from '@qihang/shared/subscriptions/contract';
import { purposeNames, subscriptionLimits } from '@qihang/shared/subscriptions/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { FailureNote } from '@/ui/form/failure-note';
import { AreaField, TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Sheet } from '@/ui/sheet';
import { useSaveTemplate } from '../hooks';
import { bodyOf, fieldsIn, formOf, type Template, withKeyword } from '../template-form';
import { KeywordFields } from './keyword-fields';
import './template-sheet.scss';

interface Props {
  template: Template;
  now: Date;
  onClose: () => void;
}

/** Sets the template of a purpose up, or turns it off. */
export function TemplateSheet({ template, now, onClose }: Props) {
  const { purpose, templateId } = template;
  const name = purposeNames[purpose];
  const saving = useSaveTemplate();
  const [pasted, setPasted] = useState('');
  const form = useForm({
    initial: formOf(template),
    check: (value) =>
      value.templateId.trim() === ''
        ? { ok: false, errors: [{ path: 'items.0.templateId', message: '从微信公众平台复制过来' }] }
        : check(messageTemplatesChange, bodyOf(template, value)),
    sending: saving,
    onSent: () => {
      toast(`“${name}”的模板已保存`);
      onClose();
    },
  });
  const { value, change } = form;
  const problemOf = (path: string) => form.problems[`items.0.${path}`];
  const { fields } = value;

  const paste = (text: string) => {
    const found = fieldsIn(text);
    setPasted(text);
    if (found.length > 0) change({ fields: found });
  };
  const turnOff = async () => {
    const agreed = await confirm(
      `停用“${name}”的模板？`,
      '停用后这类消息只在启航的消息里，微信不响。同学已经同意的次数还在，重新设置同一个编号就能接着用。',
      '停用',
    );
    if (!agreed) return;
    saving.mutate(bodyOf(template, { templateId: '', fields: [] }), {
      onSuccess: () => {
        toast(`“${name}”的模板已停用`);
        onClose();
      },
    });
  };
  return (
    <Sheet
      open
      title={`${name}的微信模板`}
      onClose={onClose}
      footer={
        <>
          {templateId && <Button text="停用" look="quiet" tall disabled={form.busy} onTap={turnOff} />}
          <Button text="保存模板" look="main" grow loading={form.busy} onTap={form.send} />
        </>
      }
    >
      <FailureNote failure={form.failure} />
      <Text className="meta tps-p">
        在微信公众平台的“订阅消息”里选好模板，把编号和“详细内容”复制到这里。几种消息可以用同一个模板。
      </Text>
      <TextField
        label="编号"
        required
        value={value.templateId}
        placeholder="一长串字母和数字"
        error={problemOf('templateId')}
        onChange={(next) => change({ templateId: next })}
      />
      <AreaField
        label="详细内容"
        value={pasted}
        placeholder={'如 岗位名称{{thing1.DATA}}'}
        hint={
          pasted !== '' && fieldsIn(pasted).length === 0
            ? '里面没找到 {{thing1.DATA}} 这样的关键词'
            : '贴上就认出关键词'
        }
        error={fields.length === 0 ? problemOf('fields') : undefined}
        onChange={paste}
      />
      {fields.map((field, index) => (
        <KeywordFields
          key={index}
          index={index}
          purpose={purpose}
          field={field}
          now={now}
          problemOf={(part) => problemOf(`fields.${index}.${part}`)}
          onChange={(part) =>
            change({ fields: fields.map((one, at) => (at === index ? { ...one, ...part } : one)) })
          }
          onKeyword={(keyword) =>
            change({ fields: fields.map((one, at) => (at === index ? withKeyword(one, keyword) : one)) })
          }
          onRemove={() => change({ fields: fields.filter((_, at) => at !== index) })}
        />
      ))}
      {fields.length < subscriptionLimits.fields && (
        <View className="row">
          <Button
            text="添加关键词"
            icon="plus"
            look="quiet"
            onTap={() => change({ fields: [...fields, { keyword: '', source: 'title', text: '' }] })}
          />
        </View>
      )}
    </Sheet>
  );
}
