import { check } from '@qihang/shared/contract/messages';
import type { Schema } from '@qihang/shared/contract/route';
import { wellFormed } from '@qihang/shared/text/well-formed';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors';
import { inputSchema } from './json-schema';
import { readQuery } from './query';
import { checkedSerializer, fastSerializer } from './serializer';
import { excessOf } from './structure';

/** Requests are checked, and answers written, by the contract's schemas. */
export function useContractSchemas(app: FastifyInstance, options: { checkAnswers: boolean }): void {
  app.setValidatorCompiler<Schema>(({ schema, httpPart }) => {
    const shape = inputSchema(schema);
    return (data: unknown) => {
      const sent = httpPart === 'querystring' ? readQuery(shape, data as Record<string, unknown>) : data;
      const excess = excessOf(shape, sent);
      if (excess)
        return { error: new AppError('request.invalid', undefined, excess.fields, { more: excess.more }) };
      const result = check(schema, sent);
      return result.ok
        ? { value: result.value }
        : { error: new AppError('request.invalid', undefined, result.errors) };
    };
  });
  const serializer = options.checkAnswers ? checkedSerializer : fastSerializer;
  app.setSerializerCompiler<Schema>(({ schema }) => serializer(schema));
}

/**
 * `wx.request` names a content type on every request, also where it sends nothing. Nothing is then no body, and a route that
 * needs one says so field by field.
 */
export function readEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else if (!surrogate.test(body as string)) parse(request, body as string, done);
    else parse(request, body as string, (error, value) => done(error, wellFormedIn(value)));
  });
}

/** Only an escape can name half of a character: the bytes of a body were decoded, and are whole. */
const surrogate = /\\u[dD][89a-fA-F]/;

/** The value with every text in it made whole. Changed in place: it was parsed a moment ago, and nobody has it yet. */
function wellFormedIn(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value !== 'object' || value === null) return value;
  const waiting: object[] = [value];
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop())
    for (const [key, part] of Object.entries(holder)) {
      if (typeof part === 'string') (holder as Record<string, unknown>)[key] = wellFormed(part);
      else if (typeof part === 'object' && part !== null) waiting.push(part);
    }
  return value;
}
