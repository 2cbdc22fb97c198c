import type { FieldError } from '@qihang/shared/contract/errors';
import { hasType, isOpen, type JsonSchema, patternText, recordKeys } from './json-schema';

/** What is so far beyond a schema that checking it field by field would only cost. */
export interface Excess {
  fields: FieldError[];
  /** How many more there are than `fields` names. */
  more: number;
}

/**
 * How far beyond its schema a value may be and still be checked field by field: a person who pasted too much reads at every
 * field what is wrong.
 */
const room = { fields: 20, items: 20, text: 1000 };

/** Of a value whose schema says nothing of it: an unfinished job, which is checked by the self-check alone. */
const open = { depth: 16, parts: 5000, text: 100_000 };

const one = (path: string, message: string): Excess => ({ fields: [{ path, message }], more: 0 });

const under = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

function excessOfOpen(value: unknown, path: string): Excess | null {
  const waiting = [{ value, depth: 1 }];
  let parts = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: part, depth } = next;
    parts += 1;
    if (typeof part === 'string' && part.length > open.text) return one(path, `最多 ${open.text} 个字`);
    if (typeof part !== 'object' || part === null) continue;
    if (depth > open.depth) return one(path, '嵌套太深');
    const inner = Object.values(part);
    if (parts + waiting.length + inner.length > open.parts) return one(path, '内容太多');
    for (const each of inner) waiting.push({ value: each, depth: depth + 1 });
  }
  return null;
}

function excessOfText({ maxLength }: JsonSchema, text: string, path: string): Excess | null {
  const limit = maxLength ?? patternText;
  return text.length > 2 * limit + room.text ? one(path, `最多 ${limit} 个字`) : null;
}

function excessOfList({ items = {}, maxItems = recordKeys }: JsonSchema, list: unknown[], path: string) {
  if (list.length > maxItems + room.items) return one(path, `最多 ${maxItems} 项`);
  for (const [i, item] of list.entries()) {
    const found = excessOf(items, item, under(path, i));
    if (found) return found;
  }
  return null;
}

function excessOfRecord(schema: JsonSchema, keys: string[], path: string): Excess | null {
  const limit = schema.propertyNames?.enum?.length ?? recordKeys;
  return keys.length > limit + room.fields ? one(path, `最多 ${limit} 项`) : null;
}

/** Fields that the object should not have. They are counted, and only the first are looked at. */
function excessOfFields(
  properties: Record<string, JsonSchema>,
  value: object,
  keys: string[],
  path: string,
): Excess | null {
  const known = Object.keys(properties).filter((key) => Object.hasOwn(value, key)).length;
  if (keys.length - known <= room.fields) return null;
  const named = keys.slice(0, known + room.fields).filter((key) => !Object.hasOwn(properties, key));
  return {
    fields: named.slice(0, room.fields).map((key) => ({ path: under(path, key), message: '不认识的字段' })),
    more: keys.length - known - room.fields,
  };
}

function excessOfObject(schema: JsonSchema, value: Record<string, unknown>, path: string): Excess | null {
  const { properties, additionalProperties } = schema;
  const keys = Object.keys(value);
  const found = properties
    ? excessOfFields(properties, value, keys, path)
    : excessOfRecord(schema, keys, path);
  if (found) return found;
  const values = typeof additionalProperties === 'object' ? additionalProperties : {};
  for (const key of keys) {
    const known = properties ? properties[key] : values;
    const inside = known && excessOf(known, value[key], under(path, key));
    if (inside) return inside;
  }
  return null;
}

/**
 * Looks for what is far beyond the schema, and stops at the first: too many unknown fields, items or signs, or too deep. What
 * it lets through costs the schema's own check no more than the contract allows, whatever was sent.
 */
export function excessOf(schema: JsonSchema, value: unknown, path = ''): Excess | null {
  if (isOpen(schema)) return excessOfOpen(value, path);
  if (schema.anyOf) {
    const kind = Array.isArray(value) ? 'array' : typeof value;
    const fitting = schema.anyOf.find((each) => hasType(each, kind));
    return fitting ? excessOf(fitting, value, path) : null;
  }
  if (typeof value === 'string') return excessOfText(schema, value, path);
  if (Array.isArray(value)) return hasType(schema, 'array') ? excessOfList(schema, value, path) : null;
  return typeof value === 'object' && value !== null && hasType(schema, 'object')
    ? excessOfObject(schema, value as Record<string, unknown>, path)
    : null;
}
