import { parseJson } from '../../ports/wechat/reply';

/**
 * The fields of a message that are single words or numbers, all as text. Of what is nested, those of `result` are taken, as
 * `result.suggest`.
 */
export type Message = Readonly<Record<string, string>>;

function fromJson(text: string): Message | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { result } = value as { result?: unknown };
  const nested = typeof result === 'object' && result !== null ? Object.entries(result) : [];
  const named = nested.map(([name, field]): [string, unknown] => [`result.${name}`, field]);
  return Object.fromEntries(
    [...Object.entries(value), ...named].flatMap(([name, field]) =>
      typeof field === 'string' || typeof field === 'number' ? [[name.trim(), String(field)]] : [],
    ),
  );
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const field = /<(\w{1,40})>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g;

const fieldsOf = (xml: string): (readonly [string, string])[] =>
  [...xml.matchAll(field)].map(([, name = '', cdata, plain = '']) => [
    name,
    cdata ?? plain.replace(/&(\w+);/g, (whole, entity: string) => entities[entity] ?? whole),
  ]);

// The XML of a push is flat, but for lists that we do not read: no document type, no attributes, no need of a parser.
function fromXml(text: string): Message | null {
  const body = /^\s*<xml>([\s\S]*)<\/xml>\s*$/.exec(text)?.[1];
  if (body === undefined || body.includes('<!DOCTYPE') || body.includes('<!ENTITY')) return null;
  const result = /<result>([\s\S]*?)<\/result>/.exec(body)?.[1] ?? '';
  const flat = body.replace(/<(detail|result)>[\s\S]*?<\/\1>/g, '');
  return Object.fromEntries([
    ...fieldsOf(flat),
    ...fieldsOf(result).map(([name, value]) => [`result.${name}`, value] as const),
  ]);
}

/** Reads a push in either of WeChat's formats, told apart by their first character; null for anything else. */
export function readMessage(text: string): Message | null {
  try {
    return text.trimStart().startsWith('<') ? fromXml(text) : fromJson(text);
  } catch {
    return null;
  }
}

const textFields = (value: unknown): Message =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, one]) =>
          typeof one === 'string' || typeof one === 'number' ? [[name, String(one)]] : [],
        ),
      )
    : {};

/**
 * The items of a message about subscriptions: an object for one, a list for several in JSON; in XML each in a `List` of its own.
 * None for a message without.
 */
export function itemsOf(text: string): Message[] {
  try {
    if (text.trimStart().startsWith('<'))
      return [...text.matchAll(/<List>([\s\S]*?)<\/List>/g)].map(([, item = '']) =>
        Object.fromEntries(fieldsOf(item)),
      );
    const { List = [] } = parseJson(text) as { List?: unknown };
    return (Array.isArray(List) ? List : [List]).map(textFields);
  } catch {
    return [];
  }
}
