import type { Transport, TransportRequest } from '@qihang/shared/contract/client';
import Taro from '@tarojs/taro';
import { type ApiError, networkError, toApiError } from './api-error';
import { noteServerTime } from './clock';
import { idempotencyHeader, withKey } from './idempotency';
import { withQuestions } from './refusals';
import { endSession, followCookie, sessionHeaders, sessionToken } from './session';
import { storedText } from './storage';
import { keepTagged, taggedAnswer } from './tagged-answers';
import { isWeapp } from './target';

/** API base of the build: `/api/v1` on H5, absolute in the mini-program; see config/index.ts. */
declare const QIHANG_API_BASE: string;

const timeout = 10_000;

/** The build's address, unless storage holds another (`apiBase`): tests and trials point a build at their own server. */
export const apiBase = () => storedText('apiBase') ?? QIHANG_API_BASE;

// wx.request knows no PATCH: it goes as a POST that says what it means, and the server reads it so.
const overridden = (method: TransportRequest['method']) => isWeapp && method === 'PATCH';

/** Headers that say who asks, and how the body is to be read. */
export function headersOf(request: TransportRequest) {
  const { method, body } = request;
  return {
    ...sessionHeaders(method),
    ...idempotencyHeader(request),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(overridden(method) ? { 'X-HTTP-Method-Override': method } : {}),
  };
}

type Format = 'json' | 'text';

async function attempt(request: TransportRequest, dataType: Format, tag: string | undefined) {
  try {
    return await Taro.request<unknown>({
      url: apiBase() + request.path,
      method: (overridden(request.method) ? 'POST' : request.method) as 'POST',
      data: request.body === undefined ? undefined : JSON.stringify(request.body),
      header: { ...headersOf(request), ...(tag === undefined ? {} : { 'If-None-Match': tag }) },
      timeout,
      dataType,
    });
  } catch {
    throw networkError();
  }
}

/** A GET may be sent again safely, and one repeat cures most failures of a phone between two cells. */
const send = (request: TransportRequest, format: Format, tag: string | undefined) =>
  request.method === 'GET'
    ? attempt(request, format, tag).catch(() => attempt(request, format, tag))
    : attempt(request, format, tag);

const headerOf = (headers: Record<string, unknown> | undefined, name: string) => {
  const key = Object.keys(headers ?? {}).find((known) => known.toLowerCase() === name);
  return key === undefined ? undefined : String(headers?.[key]);
};

/** What a JSON text holds; undefined for any other text. */
export function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

interface Answer {
  statusCode: number;
  /** The parsed body of a success or of a problem. */
  data: unknown;
  header?: Record<string, unknown> | undefined;
}

/**
 * The body of a success. A session that the server no longer knows ends here, too.
 * @throws ApiError for any other answer
 */
export function answerOf({ statusCode, data, header }: Answer): unknown {
  noteServerTime(headerOf(header, 'date'));
  if (statusCode === 204) return undefined;
  if (statusCode >= 200 && statusCode < 300) {
    // Of a body that broke off Taro makes null.
    if (data === null || data === undefined) throw networkError();
    return data;
  }
  const error: ApiError = toApiError(statusCode, data, headerOf(header, 'retry-after'));
  if (error.code === 'session.invalid') endSession();
  // Another tab may have signed in as somebody else: this one then shows who it is, and what was meant is not done.
  if (error.code === 'session.csrf') followCookie();
  throw error;
}

async function exchange(request: TransportRequest, format: Format): Promise<unknown> {
  const token = sessionToken();
  const held = taggedAnswer(request);
  const answer = await send(request, format, held?.tag);
  // Nothing has changed: the answer has no body, and is the one that the phone has.
  if (held && answer.statusCode === 304) return answerOf({ ...answer, statusCode: 200, data: held.data });
  const isText = format === 'text' && answer.statusCode >= 400;
  const data = answerOf({ ...answer, data: isText ? parsed(answer.data) : answer.data });
  const tag = request.tagged ? headerOf(answer.header, 'etag') : undefined;
  if (tag !== undefined) keepTagged(request.path, { token, tag, data });
  return data;
}

/** What a visitor may read stays readable when the session is over: it is asked for once more, without one. */
const read = (request: TransportRequest, format: Format) =>
  exchange(request, format).catch((error: ApiError) => {
    if (request.method !== 'GET' || error.code !== 'session.invalid') throw error;
    return exchange(request, format);
  });

/**
 * Sends one request through Taro. Throws ApiError: code `network` when no answer came, else the server's. A refusal
 * that asks the person something is answered first (`askOnRefusal`).
 */
export const transport: Transport = (request) =>
  withKey(request, () => withQuestions(() => read(request, 'json')));

/** Reads an answer that is no JSON, such as a calendar file; throws as `transport` does. */
export const readText = async (path: string) => String(await read({ method: 'GET', path }, 'text'));
