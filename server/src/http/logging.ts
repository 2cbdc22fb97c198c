import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Config } from '../config';

/** Where log lines go instead of the standard output. */
export interface LogTarget {
  write(line: string): void;
}

// By its form: what native modules throw is not always an instance of this realm's Error.
const isError = (value: unknown): value is Error => {
  const { message, stack } = (value ?? {}) as Partial<Error>;
  return typeof message === 'string' && typeof stack === 'string';
};

/** Never written, at any depth of a logged object. */
const secret =
  /^(authorization|cookie|set-cookie|x-csrf-token|idempotency-key|body|token|password|secret|openid|unionid|studentNumber|phone|email|ip)$/i;

/**
 * A logged object without its secrets, however deep. pino's own `redact` knows fixed depths only, and it also works on the line
 * of every request's child logger, which cost a kept answer a tenth.
 */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || isError(value) || value instanceof Date) return value;
  if (depth > 5) return '…';
  if (Array.isArray(value)) return value.map((one) => withoutSecrets(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      secret.test(key) ? '[redacted]' : withoutSecrets(one, depth + 1),
    ]),
  );
}

// What an error says by itself and what no person wrote: codes, names of tables and constraints, WeChat's id of a call.
const facts = ['code', 'constraint', 'table', 'column', 'call', 'errcode', 'rid', 'syscall'] as const;

/**
 * A message without what people may have written: drivers quote values, drizzle appends them, and what is left of digits or of
 * unbroken letters may be a number or a token of somebody.
 */
export const withoutValues = (message: string): string =>
  (message.split('\nparams:')[0] ?? '')
    .replace(/"[^"]*"|'[^']*'|“[^”]*”/g, '"…"')
    .replace(/\(([^()]*)\)=\([^()]*\)/g, '($1)=(…)')
    .replace(/[\w.+-]+@[\w.-]+/g, '…')
    .replace(/\d{5,}/g, '…')
    .replace(/[\w-]{20,}/g, '…');

// Without its first lines, which repeat the message.
const placesOf = (stack: string | undefined): string =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

interface ToldError {
  type: string;
  message: string;
  stack: string;
  [fact: string]: unknown;
}

/** What a reader of the log may see of an error; its `cause` and the errors of an AggregateError likewise. */
export function tellError(error: unknown): ToldError {
  if (!isError(error)) return { type: typeof error, message: '', stack: '' };
  const known = error as unknown as Record<string, unknown>;
  return {
    type: error.constructor.name,
    message: withoutValues(error.message),
    ...Object.fromEntries(
      facts
        .filter((name) => ['string', 'number'].includes(typeof known[name]))
        .map((name) => [name, known[name]]),
    ),
    stack: placesOf(error.stack),
    ...(error.cause === undefined ? {} : { cause: tellError(error.cause) }),
    ...(Array.isArray(known.errors) ? { errors: known.errors.map(tellError) } : {}),
  };
}

// The route, never the address: that holds what was searched for, ids and calendar tokens.
const tellRequest = ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions?.url });

/** Levels and lines of the service's log; nothing in it names a person, an address or what was sent. */
export function loggerOf({ logLevel }: Config, target?: LogTarget): FastifyServerOptions['logger'] {
  if (logLevel === 'silent') return false;
  return {
    level: logLevel,
    // Requests and answers have serializers of their own below.
    formatters: {
      log: ({ req, res, ...rest }) => ({
        ...(withoutSecrets(rest) as object),
        ...(req ? { req } : {}),
        ...(res ? { res } : {}),
      }),
    },
    serializers: {
      req: tellRequest,
      res: ({ statusCode }) => ({ statusCode }),
      err: tellError,
    },
    ...(target ? { stream: target } : {}),
  };
}
