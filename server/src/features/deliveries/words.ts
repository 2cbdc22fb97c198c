import { statusOf } from '@qihang/shared/notifications/kinds';
import { keywordTypeOf } from '@qihang/shared/subscriptions/keywords';
import { formatValue, type Said } from '@qihang/shared/subscriptions/values';
import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import { deadlineInstant } from '@qihang/shared/time/shanghai';
import type { Told } from '../notifications/public';
import type { MessageField } from '../subscriptions/tables';

interface Words {
  title: string;
  about: string;
  status: string;
  time: Date;
  count: number;
}

/** What several messages of a purpose, about different things, are told as. */
const together: Record<Purpose, (n: number) => string> = {
  deadline: (n) => `有 ${n} 条截止提醒`,
  answer: (n) => `有 ${n} 条问答消息`,
  decision: (n) => `有 ${n} 条审核消息`,
  digest: (n) => `有 ${n} 条岗位消息`,
};

/** The deadline that it is about, else when it happened. What ends with a day ends in its last minute: 0:00 would read as the next. */
function timeOf({ row: { data, at } }: Told): Date {
  const { deadline } = data;
  if (deadline === undefined) return at;
  const instant = deadlineInstant(deadline);
  return new Date(deadline.length === 10 ? instant - 60_000 : instant);
}

/** What is told of these in one message, the one that it is sent for first. */
export function wordsOf([first, ...others]: readonly [Told, ...Told[]], purpose: Purpose): Words {
  const things = new Set([first, ...others].map(({ row }) => row.foldKey)).size;
  const one = things === 1;
  return {
    title: one ? first.view.title : together[purpose](things),
    about: one ? first.about : `${first.about} 等`,
    status: statusOf(first.row.kind) ?? '',
    time: timeOf(first),
    count: one ? first.view.count : things,
  };
}

/** The values of a template's keywords; null where one cannot be said, which a saved template does not come to. */
export function dataOf(fields: readonly MessageField[], words: Words): Record<string, string> | null {
  const data: Record<string, string> = {};
  for (const { keyword, source, text = '' } of fields) {
    const type = keywordTypeOf(keyword);
    const said: Said = source === 'fixed' ? text : words[source];
    const value = type && formatValue(type, said);
    if (value === null) return null;
    data[keyword] = value;
  }
  return data;
}
