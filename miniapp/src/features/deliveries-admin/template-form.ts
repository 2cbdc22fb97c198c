import type { MessageTemplates, messageTemplatesChange } from '@qihang/shared/subscriptions/contract';
import { keywordTypeOf } from '@qihang/shared/subscriptions/keywords';
import { formatValue, type Said, sourcesOf } from '@qihang/shared/subscriptions/values';
import {
  type MessageSource,
  messageSources,
  type Purpose,
  subscriptionLimits,
} from '@qihang/shared/subscriptions/vocabulary';
import type * as z from 'zod/mini';

export type Template = MessageTemplates['items'][number];
export type TemplateBody = z.input<typeof messageTemplatesChange>;

export interface FormField {
  keyword: string;
  source: MessageSource;
  /** What a fixed one says. */
  text: string;
}

export interface TemplateForm {
  templateId: string;
  fields: FormField[];
}

export const formOf = ({ templateId, fields }: Template): TemplateForm => ({
  templateId: templateId ?? '',
  fields: fields.map(({ keyword, source, text }) => ({ keyword, source, text: text ?? '' })),
});

/** What is sent; a template without an id is none. */
export function bodyOf({ purpose, version }: Template, { templateId, fields }: TemplateForm): TemplateBody {
  const id = templateId.trim();
  const kept = fields.map(({ keyword, source, text }) =>
    source === 'fixed' ? { keyword: keyword.trim(), source, text } : { keyword: keyword.trim(), source },
  );
  return { items: [{ purpose, version, templateId: id || null, fields: id ? kept : [] }] };
}

/** What a keyword can say; anything while it is being typed. */
export function sourcesFor(keyword: string): readonly MessageSource[] {
  const type = keywordTypeOf(keyword.trim());
  return type === null ? messageSources : sourcesOf(type);
}

/**
 * The keywords in what WeChat's platform shows of a template (`公司名称{{thing1.DATA}}`), each with what it can best say and none of
 * the others says yet.
 */
export function fieldsIn(text: string): FormField[] {
  const keywords = (text.match(/\{\{\s*\w+\.DATA\s*\}\}/g) ?? [])
    .map((one) => one.replace(/^\{\{\s*|\.DATA\s*\}\}$/g, ''))
    .filter((keyword) => keywordTypeOf(keyword) !== null);
  const fields: FormField[] = [];
  for (const keyword of [...new Set(keywords)].slice(0, subscriptionLimits.fields)) {
    const can = sourcesFor(keyword);
    const source = can.find((one) => !fields.some((field) => field.source === one)) ?? can[0] ?? 'fixed';
    fields.push({ keyword, source, text: '' });
  }
  return fields;
}

/** A field with another keyword says what that one can say. */
export const withKeyword = (field: FormField, keyword: string): FormField => {
  const can = sourcesFor(keyword);
  return { ...field, keyword, source: can.includes(field.source) ? field.source : (can[0] ?? 'fixed') };
};

const samples: Record<Purpose, Record<'title' | 'about' | 'status', string>> = {
  deadline: { title: '3 天后截止：整车热管理工程师', about: '整车热管理工程师', status: '快截止' },
  answer: { title: '你的问题有 2 个新回答', about: '签过三方，还能按应届报选调吗？', status: '有回答' },
  decision: { title: '退回：国企笔试备考时间表', about: '国企笔试备考时间表', status: '已退回' },
  digest: { title: '本周有 6 个新岗位和你对得上', about: '新岗位、快截止、我的问题', status: '有更新' },
};

/** What a person would read at a keyword, by an invented message of this purpose; '' where it cannot be said. */
export function sampleOf(purpose: Purpose, { keyword, source, text }: FormField, now: Date): string {
  const type = keywordTypeOf(keyword.trim());
  if (type === null) return '';
  const said: Record<MessageSource, Said> = { ...samples[purpose], time: now, count: 2, fixed: text };
  return formatValue(type, said[source]) ?? '';
}
