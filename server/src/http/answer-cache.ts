import { createHash } from 'node:crypto';
import type { CookieNames } from '@qihang/shared/session/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { acceptsGzip, gzipped, isWorthCompressing } from './compression';
import { mayCarrySession } from './session-cookie';

/** A JSON text as it goes out, more than once. */
export interface KeptAnswer {
  body: string;
  etag: string;
  /** The body compressed, since the first request for that. */
  gzip?: Buffer;
}

interface Entry {
  answer: KeptAnswer;
  commits: number;
  until: number;
}

const maxEntries = 1000;
const maxBody = 64 * 1024;

export const answerOf = (body: string): KeptAnswer => ({
  body,
  etag: createHash('sha1').update(body).digest('base64url'),
});

/**
 * Answers that every visitor gets alike, kept by URL until the next commit of this process, and never longer than the route
 * allows, since states also follow the clock. Several processes on PostgreSQL do not see each other's commits, so there
 * nothing is kept: what a moderator hides is gone at once.
 */
export function answerCache({ db, clock }: Context) {
  const entries = new Map<string, Entry>();
  return {
    find(url: string): KeptAnswer | undefined {
      const entry = entries.get(url);
      if (!entry) return undefined;
      if (entry.commits === db.commits() && entry.until > clock.now().getTime()) return entry.answer;
      entries.delete(url);
      return undefined;
    },
    /** `commits` is the count before the answer was made: a write in between makes it old at once. */
    keep(url: string, body: string, commits: number, seconds: number): KeptAnswer {
      const answer = answerOf(body);
      if (db.engine === 'sqlite' && body.length <= maxBody) {
        // Full means that most of it is old: starting over is cheaper than finding out what is not.
        if (entries.size >= maxEntries) entries.clear();
        entries.set(url, { answer, commits, until: clock.now().getTime() + seconds * 1000 });
      }
      return answer;
    },
  };
}

const json = 'application/json; charset=utf-8';

/** Whether a request may be a person's: nothing of its answer is then for anybody else. */
export const maySignIn = ({ headers }: FastifyRequest, names: CookieNames): boolean =>
  headers.authorization !== undefined || mayCarrySession(headers.cookie, names);

/** Only what every visitor gets alike: nobody is signed in, and nobody asks for a fresh answer. */
export const mayBeKept = (request: FastifyRequest, names: CookieNames): boolean =>
  !maySignIn(request, names) && request.headers['cache-control'] !== 'no-cache';

/** What a cache in between must know of a visitor's answer: to ask each time, and what makes another answer of it. */
export const visitorHeaders = {
  'cache-control': 'no-cache',
  vary: 'accept-encoding, authorization, cookie, origin',
} as const;

const goesCompressed = (text: string, { headers }: FastifyRequest): boolean =>
  isWorthCompressing(text) && acceptsGzip(headers['accept-encoding']);

/** Whether one of the tags that a client holds is this one. */
const holds = (tags: string | undefined, tag: string): boolean =>
  tags?.split(',').some((held) => held.trim().replace(/^W\//, '') === tag) ?? false;

/** Sends a JSON text, compressed where that pays and the client takes it. */
export function sendJson(
  text: string,
  compressed: () => Buffer,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.header('content-type', json);
  return goesCompressed(text, request)
    ? reply.header('content-encoding', 'gzip').send(compressed())
    : reply.serializer(String).send(text);
}

/** Sends an answer with its tag, or 304 to a client that has it already; compressed it is another text with another tag. */
export function sendTagged(answer: KeptAnswer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { body, etag } = answer;
  const tag = goesCompressed(body, request) ? `"${etag}-gzip"` : `"${etag}"`;
  reply.header('etag', tag);
  if (holds(request.headers['if-none-match'], tag)) return reply.code(304).send();
  return sendJson(
    body,
    () => {
      answer.gzip ??= gzipped(body);
      return answer.gzip;
    },
    request,
    reply.code(200),
  );
}

/** Sends an answer that every visitor gets alike. */
export function sendKept(answer: KeptAnswer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.headers(visitorHeaders);
  return sendTagged(answer, request, reply);
}
