import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type ErrorCode, errors, type FieldError, type Problem } from '@qihang/shared/contract/errors';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { databaseTrouble, type Trouble } from '../db/errors';
import { AppError } from '../errors';
import { limits } from './limits';
import { privateHeaders, rawHeaders } from './security-headers';

// What Fastify itself throws before a handler runs, in our words.
const byFastifyCode: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request.unsupported-type',
  FST_ERR_BAD_URL: 'request.malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'request.url-too-long',
};

// What Node's parser says of bytes that never become a request.
const byParserCode: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
};

/** What is answered while the database cannot do its work, and seconds after which a client may come again. */
const byTrouble: Record<Trouble, { code: ErrorCode; retryAfter: number }> = {
  busy: { code: 'database.busy', retryAfter: 2 },
  unavailable: { code: 'database.unavailable', retryAfter: 5 },
  // These end when a person does something about them.
  full: { code: 'database.full', retryAfter: 60 },
  'read-only': { code: 'database.read-only', retryAfter: 60 },
};

/** Any thrown value as what is answered for it. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const trouble = databaseTrouble(error);
  if (trouble) {
    const { code, retryAfter } = byTrouble[trouble];
    return new AppError(code, undefined, undefined, { retryAfter, cause: error });
  }
  const { code, statusCode } = error as Partial<FastifyError>;
  const known = code ? byFastifyCode[code] : undefined;
  if (known) return new AppError(known);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new AppError('request.malformed');
  return new AppError('server.failed');
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** The body of the answer that is not a success: small, however much was wrong and whatever it was called. */
export function problemOf(error: AppError, requestId: string): Problem {
  const { code, detail, fields = [], more } = error;
  const { title, status } = errors[code];
  const { fields: most, path: pathLength, message: messageLength } = limits.errors;
  const named = fields.slice(0, most);
  const unnamed = fields.length - named.length + more;
  return {
    type: `/docs/errors#${code}`,
    title,
    status,
    code,
    detail: unnamed > 0 ? `${detail}（另有 ${unnamed} 处没有列出）` : detail,
    requestId,
    ...(error.fields
      ? {
          errors: named.map(({ path, message }) => ({
            path: cut(path, pathLength),
            message: cut(message, messageLength),
          })),
        }
      : {}),
  };
}

function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
  return reply
    .code(error.status)
    .headers(privateHeaders)
    .type('application/problem+json')
    .serializer((problem: unknown) => JSON.stringify(problem))
    .send(problemOf(error, request.id));
}

/** Every answer that is not a success is a problem document; a 500 gives nothing but its request id. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
}

/** A body that is too large because of one field is a mistake in that field. */
const beside = (error: AppError, longest: readonly FieldError[] = []): AppError =>
  error.code === 'request.too-large' && !error.fields && longest.length > 0
    ? new AppError(error.code, error.detail, [...longest])
    : error;

/** Also for what fails before a route is chosen and hooks run. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { method, routeOptions } = request;
  const known = beside(asAppError(error), routeOptions.config?.longestField);
  const line = { route: `${method} ${routeOptions.url ?? '?'}`, problem: known.code };
  if (known.status >= 500) request.log.error({ ...line, err: error }, 'request failed');
  else request.log.debug(line, 'request refused');
  return sendProblem(known, request, reply);
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(new AppError('route.not-found'), request, reply);
}

/** Bytes that are no HTTP request never become one; the answer is still a problem document. */
export function answerUnreadable(nextId: () => string) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const id = nextId();
    const problem = problemOf(new AppError(byParserCode[error.code ?? ''] ?? 'request.malformed'), id);
    const body = JSON.stringify(problem);
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${rawHeaders(id)}content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  };
}
