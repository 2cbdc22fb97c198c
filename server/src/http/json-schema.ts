import type { Schema } from '@qihang/shared/contract/route';
import * as z from 'zod';

/** What is read of a JSON Schema made from a contract. */
export interface JsonSchema {
  type?: string | readonly string[];
  properties?: Record<string, JsonSchema>;
  /** Of a record: what its keys may be. */
  propertyNames?: JsonSchema;
  /** `false` of an object with fixed fields; of a record what its values are. */
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  maxItems?: number;
  maxLength?: number;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly JsonSchema[];
}

/** A contract's schema of what is sent. */
export const inputSchema = (schema: Schema): JsonSchema =>
  z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    // A union of which one field says which member it is, is one like any other to those who bound what may come.
    override({ jsonSchema }) {
      if (!jsonSchema.oneOf) return;
      jsonSchema.anyOf = jsonSchema.oneOf;
      delete jsonSchema.oneOf;
    },
  }) as JsonSchema;

/** So many fields a record may have whose schema does not say. */
export const recordKeys = 100;
/** Characters of a text whose length only its pattern bounds: an id, a slug, a day. */
export const patternText = 200;

export const hasType = ({ type }: JsonSchema, one: string): boolean =>
  typeof type === 'string' ? type === one : (type?.includes(one) ?? false);

/** Says nothing of what it describes. */
export const isOpen = ({ type, anyOf }: JsonSchema): boolean => type === undefined && anyOf === undefined;
