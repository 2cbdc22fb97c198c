import type { Contract } from '@qihang/shared/contract/route';
import * as z from 'zod';

type JsonSchema = Record<string, unknown>;

/** Names of fields that tell who somebody is, what they may do, or how to act in their place. */
export const telling =
  /openid|unionid|session_?key|student|roster|token|hash|secret|passw|cookie|phone|mobile|^roles?$|^grants?$|author|asker|owner|actor|reporter|subject|holder|person|people|^users?$|(user|author|asker|owner|actor|reporter|duty)_?ids?$|By$|onDuty/i;

function* fieldsOf(schema: JsonSchema, path: string): Generator<{ path: string; word: string }> {
  for (const [word, value] of Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)) {
    const here = path ? `${path}.${word}` : word;
    yield { path: here, word };
    yield* fieldsOf(value, here);
  }
  const inner = [
    schema.items,
    schema.additionalProperties,
    schema.prefixItems,
    schema.anyOf,
    schema.oneOf,
    schema.allOf,
  ];
  for (const one of inner.flat())
    if (one && typeof one === 'object') yield* fieldsOf(one as JsonSchema, path);
  for (const one of Object.values((schema.$defs ?? {}) as Record<string, JsonSchema>))
    yield* fieldsOf(one, path);
}

/** `threads.detail: author.name`: every telling field that an answer of these routes can hold. */
export function tellingFields(contracts: readonly [string, Contract][]): string[] {
  const found = contracts.flatMap(([feature, contract]) =>
    Object.entries(contract).flatMap(([name, { response }]) => {
      if (!response) return [];
      const schema = z.toJSONSchema(response, { io: 'output', reused: 'inline' }) as JsonSchema;
      return [...fieldsOf(schema, '')]
        .filter(({ word }) => telling.test(word))
        .map(({ path }) => `${feature}.${name}: ${path}`);
    }),
  );
  return [...new Set(found)];
}
