import type { Schema } from '@qihang/shared/contract/route';
import { inputSchema, isOpen, type JsonSchema, patternText, recordKeys } from './json-schema';
import { limits } from './limits';

/** A sign takes six bytes at most, written as \\uXXXX. */
const signBytes = 6;
const scalarBytes = 40;

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** Bytes of the longest JSON that a schema may accept; infinite where it says nothing. */
function longest(schema: JsonSchema): number {
  const { anyOf, properties, propertyNames, additionalProperties, items, maxItems } = schema;
  if (isOpen(schema)) return Number.POSITIVE_INFINITY;
  if (anyOf) return Math.max(...anyOf.map(longest));
  if (properties) return sum(Object.entries(properties).map(([key, one]) => key.length + longest(one) + 4));
  if (typeof additionalProperties === 'object')
    return (propertyNames?.enum?.length ?? recordKeys) * (patternText + longest(additionalProperties));
  if (items) return (maxItems ?? recordKeys) * (longest(items) + 1);
  if (schema.enum || ![schema.type].flat().includes('string')) return scalarBytes;
  return signBytes * (schema.maxLength ?? patternText);
}

/** The most bytes that the body of a route may have: what its contract allows, with room for blanks, and 1 MiB at most. */
export function bodyLimitOf(body: Schema | undefined): number {
  const needed = body ? longest(inputSchema(body)) : 0;
  return Math.min(limits.body, Math.max(limits.leastBody, Math.ceil(1.25 * needed)));
}
