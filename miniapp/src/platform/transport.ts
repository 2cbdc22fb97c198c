import type { Transport, TransportRequest } from '@qihang/shared/contract/client';
import Taro from '@tarojs/taro';
import { type ApiError, networkError, toApiError } from './api-error';
import { noteServerTime } from './clock';
import { endSession, sessionToken } from './session';
import { storedText } from './storage';
import { isWeapp } from './target';

/** API base of the build: `/api/v1` on H5, absolute in the mini-program; see config/index.ts. */
declare const QIHANG_API_BASE: string;

const timeout = 10_000;

/** The build's address, unless storage holds another (`apiBase`): tests and trials point a build at their own server. */
export const apiBase = () => storedText('apiBase') ?? QIHANG_API_BASE;

// wx.request knows no PATCH: it goes as a POST that says what it means, and the server reads it so.
const overridden = (method: TransportRequest['method']) => isWeapp && method === 'PATCH';

function headersOf({ method, body }: TransportRequest) {
  const token = sessionToken();
  return {
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(overridden(method) ? { 'X-HTTP-Method-Override': method } : {}),
  };
}

async function attempt(request: TransportRequest) {
  try {
    return await Taro.request<unknown>({
      url: apiBase() + request.path,
      method: (overridden(request.method) ? 'POST' : request.method) as 'POST',
      data: request.body === undefined ? undefined : JSON.stringify(request.body),
      header: headersOf(request),
      timeout,
      dataType: 'json',
    });
  } catch {
    throw networkError();
  }
}

/** A GET may be sent again safely, and one repeat cures most failures of a phone between two cells. */
const send = (request: TransportRequest) =>
  request.method === 'GET' ? attempt(request).catch(() => attempt(request)) : attempt(request);

const headerOf = (headers: Record<string, unknown> | undefined, name: string) => {
  const key = Object.keys(headers ?? {}).find((known) => known.toLowerCase() === name);
  return key === undefined ? undefined : String(headers?.[key]);
};

/**
 * Sends one request through Taro. Throws ApiError: code `network` when no answer came, else the server's. A token the
 * server no longer knows ends the session on this phone.
 */
export const transport: Transport = async (request) => {
  const { statusCode, data, header } = await send(request);
  noteServerTime(headerOf(header, 'date'));
  if (statusCode >= 200 && statusCode < 300) return statusCode === 204 ? undefined : data;
  const error: ApiError = toApiError(statusCode, data);
  if (error.code === 'session.invalid') endSession();
  throw error;
};
