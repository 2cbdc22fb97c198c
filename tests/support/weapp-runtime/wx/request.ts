import http from 'node:http';
import https from 'node:https';
import type { Realm } from '../logic/realm';
import { type Answer, type CallOptions, type Calls, WxFailure } from './calls';

/** One `wx.request` as the test sees it. `status` is 0 until an answer came, and stays 0 when none did. */
export interface RequestRecord {
  method: string;
  url: string;
  header: Record<string, string>;
  data: unknown;
  status: number;
  /** The `errMsg` of a request that failed without an HTTP answer. */
  failure?: string;
  done: boolean;
}

export interface RequestSettings {
  /** Origin that replaces the one compiled into the app, such as `http://127.0.0.1:3000`. */
  apiBase?: string;
  /** Milliseconds; app.json's `networkTimeout.request`, else WeChat's default. */
  timeout: number;
  /** Lets PATCH through, which the documentation of `wx.request` does not list. */
  allowPatch: boolean;
}

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

/** WeChat runs at most this many requests at a time; the others wait. */
const CONCURRENCY = 10;

/** `wx.request` over real HTTP: `success` for every status, `fail` only when no answer came. */
export class Network {
  readonly requests: RequestRecord[] = [];
  online = true;
  private running = 0;
  private readonly closing = new AbortController();
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly settings: RequestSettings,
    private readonly realm: Realm,
    private readonly calls: Calls,
    private readonly report: (where: string, error: Error) => void,
  ) {}

  apis(): Record<string, unknown> {
    return { request: (options: CallOptions) => this.request(options) };
  }

  /** Gives up all requests that have no answer yet. */
  close(): void {
    this.closing.abort();
  }

  private request(options: CallOptions) {
    const abort = new AbortController();
    const signal = AbortSignal.any([abort.signal, this.closing.signal]);
    const exchange = this.calls.api('request', (given) => this.exchange(given, signal));
    const returned = exchange(options);
    const task = { abort: () => abort.abort(), onHeadersReceived() {}, offHeadersReceived() {} };
    return returned instanceof Object ? Object.assign(returned, task) : task;
  }

  private async exchange(options: CallOptions, signal: AbortSignal): Promise<Answer> {
    const record: RequestRecord = {
      method: String(options.method ?? 'GET').toUpperCase(),
      url: String(options.url),
      header: { 'content-type': 'application/json', ...lowerCased(options.header) },
      data: JSON.parse(JSON.stringify(options.data ?? null)),
      status: 0,
      done: false,
    };
    this.requests.push(record);
    await this.turn();
    try {
      this.check(record, signal);
      return await this.send(record, options, signal);
    } catch (error) {
      record.failure = `request:fail ${(error as Error).message}`;
      throw error;
    } finally {
      record.done = true;
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private check(record: RequestRecord, signal: AbortSignal): void {
    if (signal.aborted) throw new WxFailure('abort');
    if (!/^https?:\/\//.test(record.url))
      throw new WxFailure(`invalid url "${record.url}"`, { errno: 600009 });
    if (!METHODS.includes(record.method) && !(record.method === 'PATCH' && this.settings.allowPatch)) {
      this.report(
        'wx.request',
        new Error(`${record.method} ${record.url}: wx.request has no method ${record.method}`),
      );
      throw new WxFailure('method is invalid', { errno: 1001 });
    }
    if ('referer' in record.header) this.report('wx.request', new Error('the Referer header cannot be set'));
    if (!this.online) {
      throw new WxFailure('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', {
        errno: 5,
      });
    }
  }

  private send(record: RequestRecord, options: CallOptions, signal: AbortSignal): Promise<Answer> {
    const url = this.target(record);
    const body =
      record.method === 'GET' || record.method === 'HEAD' ? undefined : encode(options.data, record.header);
    const timeout = Number(options.timeout ?? this.settings.timeout);
    const { request } = url.protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const fail = (message: string, errno: number) => reject(new WxFailure(message, { errno }));
      const headers = {
        ...record.header,
        ...(body && { 'content-length': String(body.length) }),
        referer: 'https://servicewechat.com/wx0123456789abcdef/0/page-frame.html',
      };
      const outgoing = request(url, { method: record.method, headers, agent: false }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', (error) => fail(error.message, 600001));
        incoming.on('end', () => {
          clearTimeout(timer);
          record.status = incoming.statusCode ?? 0;
          resolve(this.answer(incoming, Buffer.concat(chunks), options));
        });
      });
      const stop = (message: string, errno: number) => {
        fail(message, errno);
        outgoing.destroy();
      };
      const timer = setTimeout(() => stop('timeout', 5), timeout);
      signal.addEventListener('abort', () => stop('abort', 600001), { once: true });
      outgoing.on('error', (error) => fail(error.message, 600001));
      outgoing.on('close', () => clearTimeout(timer));
      outgoing.end(body);
    });
  }

  private target(record: RequestRecord): URL {
    const url = new URL(record.url);
    if (record.method === 'GET' && record.data !== null && typeof record.data === 'object') {
      for (const [key, value] of Object.entries(record.data)) url.searchParams.append(key, String(value));
    }
    if (this.settings.apiBase === undefined) return url;
    return new URL(url.pathname + url.search, this.settings.apiBase);
  }

  private answer(incoming: http.IncomingMessage, body: Buffer, options: CallOptions): Answer {
    const cookies = incoming.headers['set-cookie'] ?? [];
    return {
      json: { statusCode: incoming.statusCode, header: originalHeaders(incoming.rawHeaders), cookies },
      live: { data: this.decode(body, options) },
    };
  }

  private decode(body: Buffer, options: CallOptions): unknown {
    if (options.responseType === 'arraybuffer') {
      const make = this.realm.evaluate<(size: number) => ArrayBuffer>('(size) => new ArrayBuffer(size)');
      const buffer = make(body.length);
      new Uint8Array(buffer).set(body);
      return buffer;
    }
    const text = body.toString('utf8');
    if ((options.dataType ?? 'json') !== 'json') return text;
    try {
      return this.realm.parseJson(text);
    } catch {
      return text;
    }
  }

  /** Waits until fewer than the allowed number of requests run, and takes a place. */
  private async turn(): Promise<void> {
    if (this.running >= CONCURRENCY) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }
}

function lowerCased(header: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((header ?? {}) as object).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function encode(data: unknown, header: Record<string, string>): Buffer | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string') return Buffer.from(data);
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]')
    return Buffer.from(data as ArrayBuffer);
  if (header['content-type']?.includes('urlencoded')) {
    return Buffer.from(new URLSearchParams(data as Record<string, string>).toString());
  }
  return Buffer.from(JSON.stringify(data));
}

/** Header names as the server wrote them: WeChat does not lower-case them, so an app must not rely on a case. */
function originalHeaders(raw: string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const value = raw[index + 1] ?? '';
    headers[name] = name in headers ? `${headers[name]},${value}` : value;
  }
  return headers;
}
