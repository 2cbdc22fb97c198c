import { id as idField } from '@qihang/shared/contract/fields';
import type { Route } from '@qihang/shared/contract/route';
import * as z from 'zod';

type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema>; items?: JsonSchema };

const jsonOf = (schema: unknown) => z.toJSONSchema(schema as z.ZodType, { io: 'input' }) as JsonSchema;
const idPattern = jsonOf(idField).pattern;

function* idsIn(schema: JsonSchema, path: string): Generator<string> {
  if (schema.pattern === idPattern) yield path;
  for (const [key, value] of Object.entries(schema.properties ?? {})) yield* idsIn(value, `${path}.${key}`);
  if (schema.items) yield* idsIn(schema.items, `${path}.0`);
  for (const one of [schema.anyOf, schema.oneOf].flat())
    if (one && typeof one === 'object') yield* idsIn(one as JsonSchema, path);
}

/** Where a route takes the name of a thing: every parameter of its path, and every id in query and body. */
export function idPlaces({ params, query, body }: Route): string[] {
  const inPath = params ? Object.keys(jsonOf(params).properties ?? {}).map((key) => `params.${key}`) : [];
  const inQuery = query ? [...idsIn(jsonOf(query), 'query')] : [];
  const inBody = body ? [...idsIn(jsonOf(body), 'body')] : [];
  return [...new Set([...inPath, ...inQuery, ...inBody])];
}

type Tree = { [key: string]: unknown };

/** The same request with another value in this place. */
export function withValue(request: unknown, place: string, value: string): unknown {
  const copy = structuredClone(request) as Tree;
  const keys = place.split('.');
  const last = keys.pop() as string;
  let at: Tree = copy;
  keys.forEach((key, i) => {
    at[key] ??= (keys[i + 1] ?? last) === '0' ? [] : {};
    at = at[key] as Tree;
  });
  at[last] = value;
  return copy;
}

/** Values that no schema of ids lets through, and that paths, queries and shells may trip over. */
export const malformed = [
  '../../../etc/passwd',
  "1' or '1'='1",
  'a\u0000b',
  '{"$ne":null}',
  '启航',
  'x'.repeat(60),
];

/** Well-formed values that name nothing; of these the first that the place accepts. */
export const nowhere = ['nothing-here', 'nothing-that-was-ever-here'];
