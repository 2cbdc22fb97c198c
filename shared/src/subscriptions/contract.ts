import * as z from 'zod/mini';
import { instant, lineText, queryText } from '../contract/fields';
import { defineContract } from '../contract/route';
import { keywordTypeOf } from './keywords';
import { formatValue, sourcesOf } from './values';
import { grantResults, type MessageSource, messageSources, purposes, subscriptionLimits } from './vocabulary';

const purpose = z.enum(purposes);

const templateId = queryText(10, 64).check(z.regex(/^[\w-]+$/, '模板编号的格式不对，请从微信公众平台复制'));

const subscriptions = z.object({
  /** One a purpose that is set up, in the order of priority; purposes may share an id, and then its credits. */
  templates: z.array(
    z.object({
      id: z.string(),
      purpose,
      /** Messages that the person can still get by this template. */
      credits: z.int(),
      /** What the next one will be used for; null where that is not known. */
      next: z.nullable(z.object({ at: z.nullable(instant), title: z.string() })),
      /** How many things of the person's wait for a message of this purpose, such as saved jobs that close. */
      waiting: z.int(),
    }),
  ),
  /** Of all templates together. */
  credits: z.int(),
  /** Whether the school has set up WeChat messages at all. */
  configured: z.boolean(),
  /** Whether the person's account is bound to WeChat; without it no message can be sent. */
  linked: z.boolean(),
});
export type Subscriptions = z.output<typeof subscriptions>;

const grants = z.strictObject({
  /** What `wx.requestSubscribeMessage` answered, by template id; ids that are not set up are passed over. */
  results: z
    .record(templateId, z.enum(grantResults))
    .check(z.refine((results) => Object.keys(results).length <= 10, '一次最多 10 个模板')),
  /** Drawn by the phone for this tap: sent again, it counts once. */
  key: queryText(8, 40).check(z.regex(/^[\w-]+$/, '编号的格式不对')),
  /** When the person answered, by the clock of the phone. */
  at: instant,
});

const sayable = ({
  keyword,
  source,
  text,
}: {
  keyword: string;
  source: MessageSource;
  text?: string | undefined;
}) => {
  const type = keywordTypeOf(keyword);
  if (type === null) return true;
  return source === 'fixed'
    ? text === undefined || formatValue(type, text) === text
    : sourcesOf(type).includes(source);
};

const field = z
  .strictObject({
    /** As WeChat names it: `thing1`, `time2`. */
    keyword: queryText(2, 30).check(
      z.refine((text) => keywordTypeOf(text) !== null, '没有这种关键词，请写成 thing1 这样'),
    ),
    source: z.enum(messageSources),
    /** What a `fixed` one says. */
    text: z.optional(lineText(1, 32)),
  })
  .check(
    z.refine(({ source, text }) => (source === 'fixed') === (text !== undefined), {
      path: ['text'],
      message: '固定的文字要填写，其他的不用填',
    }),
    z.refine(sayable, { path: ['source'], message: '这种关键词说不了这个，请换一种内容' }),
  );

const template = {
  purpose,
  /** Null where none is set up. */
  templateId: z.nullable(templateId),
  fields: z.array(field).check(z.maxLength(subscriptionLimits.fields)),
  /** 0 before the first save. */
  version: z.int(),
};

const keywordsOnce = z.refine<{ fields: { keyword: string }[] }>(
  ({ fields }) => new Set(fields.map(({ keyword }) => keyword)).size === fields.length,
  { path: ['fields'], message: '同一个关键词只能有一行' },
);
const fieldsWhereSet = z.refine<{ templateId: string | null; fields: unknown[] }>(
  ({ templateId, fields }) => templateId === null || fields.length > 0,
  { path: ['fields'], message: '至少填一个关键词' },
);

const templates = z.object({ items: z.array(z.object({ ...template, updatedAt: z.nullable(instant) })) });
export type MessageTemplates = z.output<typeof templates>;

export const messageTemplatesChange = z.strictObject({
  /** Those that change; what is left out stays as it is. */
  items: z.array(z.strictObject(template).check(keywordsOnce, fieldsWhereSet)).check(
    z.minLength(1),
    z.maxLength(purposes.length),
    z.refine(
      (items) => new Set(items.map(({ purpose: of }) => of)).size === items.length,
      '每种用途只能有一份',
    ),
  ),
});

export const subscriptionsContract = defineContract({
  show: {
    method: 'GET',
    path: '/subscriptions',
    summary: 'Templates to ask consent for, and the messages that one can still get by each',
    access: 'signed-in',
    response: subscriptions,
  },
  grant: {
    method: 'POST',
    path: '/subscriptions/grants',
    summary:
      'What a person answered to the question of WeChat; each answer counts once, also when a push reports it, too',
    access: 'signed-in',
    body: grants,
    response: subscriptions,
  },
});

export const messageTemplatesContract = defineContract({
  list: {
    method: 'GET',
    path: '/admin/message-templates',
    summary: 'The templates of WeChat messages, one a purpose',
    access: 'admin',
    response: templates,
  },
  save: {
    method: 'PUT',
    path: '/admin/message-templates',
    summary: 'Set templates up, or turn them off with null; fields that WeChat would refuse are refused here',
    access: 'admin',
    body: messageTemplatesChange,
    response: templates,
    errors: ['version.stale'],
  },
});
