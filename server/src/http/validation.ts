import { check } from '@qihang/shared/contract/messages';
import type { Schema } from '@qihang/shared/contract/route';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { AppError } from '../errors';
import { readQuery } from './query';
import { checkedSerializer, fastSerializer } from './serializer';

/** Requests are checked, and answers written, by the contract's schemas. */
export function useContractSchemas(app: FastifyInstance, options: { checkAnswers: boolean }): void {
  app.setValidatorCompiler<Schema>(({ schema, httpPart }) => {
    const query = httpPart === 'querystring' ? z.toJSONSchema(schema, { io: 'input' }) : undefined;
    return (data: unknown) => {
      const result = check(
        schema,
        query ? readQuery(query as object, data as Record<string, unknown>) : data,
      );
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
    else parse(request, body as string, done);
  });
}
