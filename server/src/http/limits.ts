import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config';
import { AppError } from '../errors';

const kib = 1024;
const mib = 1024 * kib;

/** What one request may cost. Sizes in bytes, times in milliseconds. */
export const limits = {
  /** A JSON body, whatever its contract allows. */
  body: mib,
  /** A JSON body, however little its contract needs. */
  leastBody: 8 * kib,
  /** Wrong fields that one answer names, and characters of a name and of what is said of it. */
  errors: { fields: 20, path: 100, message: 300 },
  /** A multipart body besides its file, whose size each contract names: one file, nothing else, few headers. */
  upload: { files: 1, fields: 0, headerPairs: 20 },
  /** Path and query; the longest the pages make is a filter with fifty words, below 6 KiB. */
  url: 8 * kib,
  /** Request line and header lines together. */
  header: 16 * kib,
  /** Until the header lines have come; a client that sends one byte a second is cut off here. */
  headersTimeout: 10_000,
  /** Until the whole request has come: an upload from a phone on a slow network. */
  requestTimeout: 60_000,
  /** Without a byte in either direction, which also ends clients that do not read their answer. */
  idleTimeout: 90_000,
  /** Between two requests; longer than the usual 60 s of a proxy in front, which must be the one to close. */
  keepAliveTimeout: 72_000,
  /** How often the three are looked at. */
  checkInterval: 2_000,
  /** Mean wait for a turn of the event loop during one second, over which requests are refused instead of queued. */
  loopDelay: 1_000,
} as const;

/** Seconds after which a client that was refused for load may come again. */
export const busyRetrySeconds = 5;

/** The limits that Node's own server and Fastify enforce, before anything of ours runs. */
export const transportLimits = {
  bodyLimit: limits.body,
  requestTimeout: limits.requestTimeout,
  connectionTimeout: limits.idleTimeout,
  keepAliveTimeout: limits.keepAliveTimeout,
  http: {
    maxHeaderSize: limits.header,
    headersTimeout: limits.headersTimeout,
    connectionsCheckingInterval: limits.checkInterval,
  },
};

export function refuseLongAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(request.url.length > limits.url ? new AppError('request.url-too-long') : undefined);
  });
}

/**
 * Refuses calls of the API with 503 while the process cannot keep up: a late answer helps nobody and makes the next one later.
 * Pages and their files cost next to nothing, and without them nobody sees why; a supervisor ends a process whose health
 * does not answer.
 */
export async function shedLoad(app: FastifyInstance, { loadShedding }: Config): Promise<void> {
  if (!loadShedding) return;
  await app.register(underPressure, {
    maxEventLoopDelay: limits.loopDelay,
    async pressureHandler({ routeOptions }) {
      if (routeOptions.url?.startsWith('/api/'))
        throw new AppError('server.busy', undefined, undefined, { retryAfter: busyRetrySeconds });
    },
  });
}
