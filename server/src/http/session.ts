import type { Route } from '@qihang/shared/contract/route';
import { type CookieNames, csrfHeader, sessionHeader } from '@qihang/shared/session/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { AppError } from '../errors';
import { findActor, type SignedIn, shownBy } from './auth';
import { noSessionCookies, sessionCookies, showsCsrfToken } from './session-cookie';

/** Where a request comes from, as far as signing in must know. */
export interface Caller {
  /** Of the client; behind a proxy only where `TRUST_PROXY` names it. */
  address: string;
  userAgent: string | undefined;
  /** A browser that wants a cookie in place of the token. */
  wantsCookie: boolean;
}

const header = (request: FastifyRequest, name: string) => request.headers[name.toLowerCase()];

export const callerOf = (request: FastifyRequest): Caller => ({
  address: request.ip,
  userAgent: request.headers['user-agent'],
  wantsCookie: header(request, sessionHeader.name) === sessionHeader.cookie,
});

/**
 * Whom the route meets: somebody whose account is being closed is a visitor where visitors may come.
 * @throws AppError `account.closing` elsewhere, but where the contract says `whileClosing`
 */
function metBy({ access, whileClosing }: Route, person: SignedIn | null): SignedIn | null {
  if (!person?.closing || whileClosing) return person;
  if (access === 'public') return null;
  throw new AppError('account.closing');
}

/**
 * Who asks, by header or by cookie; nobody where one is about to sign in, since a dead session must not stand in the way of
 * a new one.
 * @throws AppError `session.invalid`; `account.closing`; `session.csrf` for a cookie alone, which the browser sends for any page, where
 *   something may change
 */
export async function identify(
  { db }: Context,
  names: CookieNames,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  now: Date,
): Promise<{ actor: SignedIn | null; session: string | null }> {
  const shown = route.session === 'opens' ? null : shownBy(request.headers, names);
  if (!shown) return { actor: null, session: null };
  const person = await findActor(db, shown.hash, now).catch((error: unknown) => {
    if (shown.by === 'cookie') reply.header('set-cookie', noSessionCookies(names));
    throw error;
  });
  if (
    shown.by === 'cookie' &&
    route.method !== 'GET' &&
    !showsCsrfToken(shown.token, header(request, csrfHeader))
  )
    throw new AppError('session.csrf');
  return { actor: metBy(route, person), session: shown.hash };
}

/** The answer of a route that opened or ended a session: a browser's token goes into its cookies. */
export function answerWithCookies(
  names: CookieNames,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  result: unknown,
  now: Date,
): unknown {
  if (route.session === 'ends') reply.header('set-cookie', noSessionCookies(names));
  if (route.session !== 'opens' || !callerOf(request).wantsCookie) return result;
  const { token, ...rest } = result as { token: string; expiresAt: string };
  reply.header('set-cookie', sessionCookies(names, token, new Date(rest.expiresAt), now));
  return rest;
}
