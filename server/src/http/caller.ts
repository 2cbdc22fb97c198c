import { sessionHeader } from '@qihang/shared/session/cookie';
import type { FastifyRequest } from 'fastify';

/** Where a request comes from, as far as signing in must know. */
export interface Caller {
  /** Of the client; behind a proxy only where `TRUST_PROXY` names it. */
  address: string;
  userAgent: string | undefined;
  /** A browser that wants a cookie in place of the token. */
  wantsCookie: boolean;
}

export const callerOf = ({ ip, headers }: FastifyRequest): Caller => ({
  address: ip,
  userAgent: headers['user-agent'],
  wantsCookie: headers[sessionHeader.name.toLowerCase()] === sessionHeader.cookie,
});
