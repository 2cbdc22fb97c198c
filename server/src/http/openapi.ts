import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { type ErrorCode, errors } from '@qihang/shared/contract/errors';
import { type Route, takesIdempotencyKey, type Upload } from '@qihang/shared/contract/route';
import { cookieNames, csrfHeader } from '@qihang/shared/session/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { answerOf, type KeptAnswer, sendKept } from './answer-cache';
import { documentsPolicy } from './security-headers';

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** Bytes: nothing writes them by a schema. */
const fileAnswer = z.string();

const everyRoute: ErrorCode[] = ['request.invalid', 'server.failed'];

function codesOf(route: Route): ErrorCode[] {
  const gate: ErrorCode[] = route.access === 'public' ? [] : ['session.required', 'account.closing'];
  if (!['public', 'signed-in'].includes(route.access)) gate.push('action.forbidden');
  if (route.method !== 'GET') gate.push('rate.limited');
  if (takesIdempotencyKey(route))
    gate.push('idempotency.in-progress', 'idempotency.mismatch', 'idempotency.answer-lost');
  if (route.upload) gate.push('request.too-large', 'request.unsupported-type');
  if (route.method !== 'GET' && !route.beforeConsent) gate.push('consent.required');
  if (route.method !== 'GET' && route.session !== 'opens') gate.push('session.csrf');
  return [...new Set([...everyRoute, ...gate, ...(route.errors ?? [])])];
}

function problemsOf(route: Route): Record<string, unknown> {
  const codes = codesOf(route);
  const statuses = new Set(codes.map((code) => errors[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      {
        description: codes.filter((code) => errors[code].status === status).join(', '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}

/** A bearer token, or in a browser the cookie, together with the CSRF token where something may change. */
const securityOf = ({ method }: Route) => [
  { bearer: [] },
  { cookie: [], ...(method === 'GET' ? {} : { csrf: [] }) },
];

/** The Fastify schema of a route: it validates, serialises and documents. */
export function documented(feature: string, name: string, route: Route): FastifySchema {
  const types = route.file ?? (route.media ? [route.media] : []);
  const schema = route.file ? fileAnswer : route.response;
  const answer =
    types.length > 0
      ? { description: route.summary, content: Object.fromEntries(types.map((type) => [type, { schema }])) }
      : route.response;
  const success = answer ? { [route.status ?? 200]: answer } : {};
  return {
    operationId: `${feature}.${name}`,
    summary: route.summary,
    tags: [feature],
    ...(route.access === 'public' ? {} : { security: securityOf(route) }),
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(route.upload ? { consumes: ['multipart/form-data'] } : {}),
    response: { ...success, ...problemsOf(route) },
  } as FastifySchema;
}

const fileBody = ({ maxBytes, kinds }: Upload) => ({
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: `${kinds.join(' or ')}, at most ${maxBytes} bytes`,
    },
  },
});

// A file is checked while it is read, so the schema of its form is in the document only.
const transform: typeof jsonSchemaTransform = (route) => {
  const transformed = jsonSchemaTransform(route);
  const { upload } = (route.route.config ?? {}) as { upload?: Upload };
  return upload ? { ...transformed, schema: { ...transformed.schema, body: fileBody(upload) } } : transformed;
};

/** `GET /api/v1/openapi.json` and the pages at `/docs`. */
export async function serveDocuments(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Qihang 启航',
        version: '1',
        description: 'A job board for graduates of one university.',
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: cookieNames.secure.session },
          csrf: { type: 'apiKey', in: 'header', name: csrfHeader },
        },
      },
    },
    transform,
  });
  // Made when first asked for, since routes are still to come, and once: it has every route of the service.
  let made: KeptAnswer | undefined;
  const sendDocument = (request: FastifyRequest, reply: FastifyReply) => {
    made ??= answerOf(JSON.stringify(app.swagger()));
    return sendKept(made, request, reply);
  };
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: documentsPolicy,
    uiHooks: {
      onRequest(request, reply, done) {
        if (request.routeOptions.url === '/docs/json') sendDocument(request, reply);
        else done();
      },
    },
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, sendDocument);
}
