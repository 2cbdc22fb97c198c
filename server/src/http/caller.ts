import { sessionHeader } from '@qihang/shared/session/cookie';
import type { FastifyRequest } from 'fastify';
import { networkOf } from './network';

/** Where a request comes from, as far as signing in must know. */
export interface Caller {
  /** Of the client, see `networkOf`; behind a proxy only where `TRUST_PROXY` names it. */
  network: string;
  userAgent: string | undefined;
  /** `https://jobs.example.edu.cn`: the address under which the request came. */
  origin: string;
  /** A browser that wants a cookie in place of the token. */
  wantsCookie: boolean;
}

export const callerOf = ({ ip, headers, protocol, host }: FastifyRequest): Caller => ({
  network: networkOf(ip),
  userAgent: headers['user-agent'],
  origin: `${protocol}://${host}`,
  wantsCookie: headers[sessionHeader.name.toLowerCase()] === sessionHeader.cookie,
});
