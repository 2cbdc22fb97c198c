import type { FieldError } from '@qihang/shared/contract/errors';
import type { Schema } from '@qihang/shared/contract/route';
import { inputSchema, isOpen, type JsonSchema, patternText, recordKeys } from './json-schema';
import { limits } from './limits';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** See `longestField`. */
    longestField?: FieldError[] | undefined;
  }
}

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
  if (schema.enum || schema.const !== undefined || ![schema.type].flat().includes('string'))
    return scalarBytes;
  return signBytes * (schema.maxLength ?? patternText);
}

/**
 * The field of a body that takes most of its room, where that is one: a body that is too large is so because of this field.
 * @returns its name and how many characters it may have
 */
export function longestField(body: Schema | undefined): FieldError[] {
  const { properties = {} } = body ? inputSchema(body) : {};
  const sizes = Object.entries(properties).map(([path, schema]) => ({ path, schema, size: longest(schema) }));
  const [first] = sizes.sort((a, b) => b.size - a.size);
  const maxLength = first?.schema.maxLength;
  if (!first || maxLength === undefined || first.size < sum(sizes.map(({ size }) => size)) / 2) return [];
  return [{ path: first.path, message: `最多 ${maxLength} 个字` }];
}

/** The most bytes that the body of a route may have: what its contract allows, with room for blanks, and 1 MiB at most. */
export function bodyLimitOf(body: Schema | undefined): number {
  const needed = body ? longest(inputSchema(body)) : 0;
  return Math.min(limits.body, Math.max(limits.leastBody, Math.ceil(1.25 * needed)));
}
