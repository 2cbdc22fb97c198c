import { keywordTypeOf } from '@qihang/shared/subscriptions/keywords';
import { valueRules } from '@qihang/shared/subscriptions/values';
import {
  type MessageSource,
  messageSourceNames,
  type Purpose,
} from '@qihang/shared/subscriptions/vocabulary';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ChoiceField } from '@/ui/form/choice-field';
import { TextField } from '@/ui/form/text-field';
import { type FormField, sampleOf, sourcesFor } from '../template-form';
import './keyword-fields.scss';

interface Props {
  index: number;
  purpose: Purpose;
  field: FormField;
  now: Date;
  problemOf: (part: keyof FormField) => string | undefined;
  onChange: (part: Partial<FormField>) => void;
  onKeyword: (keyword: string) => void;
  onRemove: () => void;
}

/** One keyword of a template, and what stands at it. */
export function KeywordFields({
  index,
  purpose,
  field,
  now,
  problemOf,
  onChange,
  onKeyword,
  onRemove,
}: Props) {
  const { keyword, source, text } = field;
  const type = keywordTypeOf(keyword.trim());
  const sample = sampleOf(purpose, field, now);
  return (
    <Card className="kwf">
      <TextField
        label={`关键词 ${index + 1}`}
        required
        value={keyword}
        placeholder="如 thing1"
        hint={type ? `这里只能是：${valueRules[type]}` : undefined}
        error={problemOf('keyword')}
        onChange={onKeyword}
      />
      <ChoiceField
        label="写什么"
        required
        single
        choices={sourcesFor(keyword).map((one) => ({ value: one, text: messageSourceNames[one] }))}
        value={[source]}
        hint={source !== 'fixed' && sample ? `如“${sample}”` : undefined}
        error={problemOf('source')}
        onChange={([chosen]) => onChange({ source: (chosen as MessageSource | undefined) ?? source })}
      />
      {source === 'fixed' && (
        <TextField
          label="固定的字"
          required
          value={text}
          max={32}
          placeholder="如 打开启航看详情"
          error={problemOf('text')}
          onChange={(next) => onChange({ text: next })}
        />
      )}
      <View className="kwf-a">
        <Button text="删去这个关键词" look="quiet" onTap={onRemove} />
      </View>
    </Card>
  );
}
