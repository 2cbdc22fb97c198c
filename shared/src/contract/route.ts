import type * as z from 'zod/mini';
import type { ErrorCode } from './errors';

/** Any zod schema, of `zod` or `zod/mini`. */
export type Schema = z.core.$ZodType;

/**
 * The coarse gate of a route, checked before its handler runs; rules on the object itself follow in the feature.
 * `lead` lets leads, teachers and admins in, `teacher` teachers and admins.
 */
export const accessLevels = ['public', 'signed-in', 'lead', 'teacher', 'admin'] as const;
export type Access = (typeof accessLevels)[number];

/**
 * What a file may be, told by its bytes: `text` is CSV and the like, `xlsx` a workbook; `media` leaves it to the handler, and
 * what is too large or empty is refused with codes of `upload.*`.
 */
export const fileKinds = ['text', 'xlsx', 'media'] as const;
export type FileKind = (typeof fileKinds)[number];

/** One file, sent as multipart/form-data in the field `file`. */
export interface Upload {
  maxBytes: number;
  kinds: readonly FileKind[];
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, parameters in braces: `/jobs/{id}`. */
  path: `/${string}`;
  /** One line for the API documents. */
  summary: string;
  access: Access;
  params?: z.core.$ZodObject;
  query?: z.core.$ZodObject;
  /** One that is optional takes null, too, which stands for an absent body. */
  body?: z.core.$ZodObject | z.core.$ZodOptional<z.core.$ZodNullable<z.core.$ZodObject>>;
  /** The route takes a file in place of a body. */
  upload?: Upload;
  /** Absent: the answer has no body (204). Carries no transforms: what the server writes is what the client reads. */
  response?: Schema;
  /** Media type of an answer that is no JSON; `response` is a string or `bytes` then, and clients link to the address. */
  media?: 'text/calendar' | 'text/csv' | 'image/png';
  /** The answer is a file of one of these media types, with headers of its own; clients link to the address. */
  file?: readonly string[];
  /**
   * `opens`: a way to sign in. The caller's own session is not looked at, and the answer's `token` goes into a cookie
   * where a browser asks for that. `ends`: the caller's session is over afterwards, and so is its cookie.
   */
  session?: 'opens' | 'ends';
  /** Open to everybody who knows its address, and yet about one person: no cache keeps the answer. */
  personal?: true;
  /** Counted apart from other writes, and by network: a lecture hall that opens a link at once keeps its room for signing in. */
  limit?: 'opens';
  /** HTTP status of success; 200, or 204 without a response schema. */
  status?: 200 | 201;
  /** Visitors may get an answer this old, unless something was written since; left out, every answer is made anew. */
  keepSeconds?: number;
  /** A person's answer that is asked for often carries an ETag, and is answered 304 to a client that has it already. */
  tagged?: true;
  /** No GET, and yet it needs no consent to the documents: signing in and out, consent itself, leaving, what stores nothing. */
  beforeConsent?: true;
  /** Stays open to whoever is closing the account; everywhere else that person counts as a visitor, or is refused. */
  whileClosing?: true;
  /**
   * `false`: the route takes no `Idempotency-Key`, because it writes nothing, or because its answer holds a token, which is
   * kept nowhere. Every other write takes one.
   */
  idempotency?: false;
  /** Codes this route may answer beyond those every route may (invalid request, rate limit, server error). */
  errors?: readonly ErrorCode[];
}

export type Contract = Record<string, Route>;

/** Whether a repeat of the request under the same `Idempotency-Key` is answered with what the first was answered. */
export const takesIdempotencyKey = ({ method, idempotency }: Route): boolean =>
  method !== 'GET' && idempotency !== false;

/**
 * Declares the routes of one feature. Everything else is made from it: validation, response serialisation, the OpenAPI
 * document (operation id `feature.route`) and the typed client.
 */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}

type In<S> = S extends Schema ? z.input<S> : undefined;
type Out<S> = S extends Schema ? z.output<S> : undefined;

/**
 * A file on its way to the server. `content` is what the platform's transport can send: a `File` in browsers, a temporary
 * path in the mini-program, bytes in tests.
 */
export interface OutgoingFile {
  name: string;
  content: unknown;
  /** Sets it apart from others that are sent to the same address at the same time. */
  key?: string;
}

/** A file that arrived: not empty, of a size and kind the route takes. Its name is the sender's word. */
export interface UploadedFile {
  name: string;
  kind: FileKind;
  bytes: Uint8Array;
}

/** What a client sends: `{ params, query, body, file }`, each only where the route has it. */
export type RouteRequest<R extends Route> = (R['params'] extends Schema
  ? { params: In<R['params']> }
  : unknown) &
  (R['query'] extends Schema ? { query?: In<R['query']> } : unknown) &
  (R['body'] extends Schema
    ? undefined extends In<R['body']>
      ? { body?: In<R['body']> }
      : { body: In<R['body']> }
    : unknown) &
  (R['upload'] extends Upload ? { file: OutgoingFile } : unknown);

/** What a handler gets after validation. */
export interface RouteInput<R extends Route> {
  params: Out<R['params']>;
  query: Out<R['query']>;
  body: Out<R['body']>;
  file: R['upload'] extends Upload ? UploadedFile : undefined;
}

/** A file as an answer. */
export interface FileAnswer {
  type: string;
  /** Besides the type; they take the place of those that answers carry otherwise. */
  headers: Readonly<Record<string, string>>;
  /** Null where the client has the file already (304). */
  body: AsyncIterable<Uint8Array> | null;
}

/** What a handler returns and a client receives. */
export type RouteOutput<R extends Route> = R['file'] extends readonly string[]
  ? FileAnswer
  : R['response'] extends Schema
    ? z.output<R['response']>
    : undefined;
