import { foldWidth } from '@qihang/shared/text/width';
import type { JsonSchema } from './json-schema';

const numeric = /^-?\d{1,15}(\.\d{1,6})?$/;

function readValue(schema: JsonSchema, value: unknown): unknown {
  if (schema.type === 'array') return [value].flat().map((item) => readValue(schema.items ?? {}, item));
  if (typeof value !== 'string') return value;
  if (schema.type === 'integer' || schema.type === 'number') {
    const digits = foldWidth(value).trim();
    return numeric.test(digits) ? Number(digits) : value;
  }
  if (schema.type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

/**
 * A query arrives as text: one value of a list is a list of one, digits are a number where the schema says so. Anything
 * that does not fit is left as it came, for the schema to refuse.
 */
export function readQuery(schema: JsonSchema, query: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [key, readValue(schema.properties?.[key] ?? {}, value)]),
  );
}
