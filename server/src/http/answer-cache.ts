import { createHash } from 'node:crypto';
import type { CookieNames } from '@qihang/shared/session/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { mayCarrySession } from './session-cookie';

export interface KeptAnswer {
  body: string;
  etag: string;
}

interface Entry extends KeptAnswer {
  commits: number;
  until: number;
}

const maxEntries = 1000;
const maxBody = 64 * 1024;

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
      if (entry.commits === db.commits() && entry.until > clock.now().getTime()) return entry;
      entries.delete(url);
      return undefined;
    },
    /** `commits` is the count before the answer was made: a write in between makes it old at once. */
    keep(url: string, body: string, commits: number, seconds: number): KeptAnswer {
      const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
      if (db.engine === 'sqlite' && body.length <= maxBody) {
        // Full means that most of it is old: starting over is cheaper than finding out what is not.
        if (entries.size >= maxEntries) entries.clear();
        entries.set(url, { body, etag, commits, until: clock.now().getTime() + seconds * 1000 });
      }
      return { body, etag };
    },
  };
}

const json = 'application/json; charset=utf-8';

/** Only what every visitor gets alike: nobody is signed in, and nobody asks for a fresh answer. */
export const mayBeKept = ({ headers }: FastifyRequest, names: CookieNames): boolean =>
  headers.authorization === undefined &&
  !mayCarrySession(headers.cookie, names) &&
  headers['cache-control'] !== 'no-cache';

/** Sends a kept answer, or 304 to a client that has it already. */
export function sendKept(
  { body, etag }: KeptAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply
    .header('etag', etag)
    .header('cache-control', 'no-cache')
    .header('vary', 'authorization, cookie, origin');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.code(200).header('content-type', json).serializer(String).send(body);
}
