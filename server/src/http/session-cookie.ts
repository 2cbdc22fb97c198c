import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Route } from '@qihang/shared/contract/route';
import { type CookieNames, cookieNames } from '@qihang/shared/session/cookie';
import type { FastifyReply } from 'fastify';
import type { Config } from '../config';
import type { Caller } from './caller';

/** The names under which this service sets its cookies: browsers take the secure ones over HTTPS alone. */
export const cookieNamesOf = ({ env }: Config): CookieNames =>
  env === 'production' ? cookieNames.secure : cookieNames.plain;

/** The session token in a `Cookie` header; undefined when there is none, or none that could be ours. */
export function tokenInCookies(header: string | undefined, { session }: CookieNames): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === session) return /^[\w-]{20,100}$/.exec(pair.slice(at + 1).trim())?.[0];
  }
  return undefined;
}

/** True when the header may carry a session: cheap, and wrong only on the careful side. */
export const mayCarrySession = (header: string | undefined, { session }: CookieNames): boolean =>
  header?.includes(`${session}=`) ?? false;

/**
 * The CSRF token of a session, made of the secret session token: it need not be stored, fits no other session, and a person
 * who can set a cookie for this address still cannot make one (OWASP's signed double-submit cookie).
 */
export const csrfTokenOf = (token: string): string =>
  createHmac('sha256', token).update('csrf').digest('base64url');

/** Whether a request shows the CSRF token of its session; compared in constant time. */
export function showsCsrfToken(token: string, shown: string | string[] | undefined): boolean {
  const expected = Buffer.from(csrfTokenOf(token));
  const given = Buffer.from(typeof shown === 'string' ? shown : '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const attributes = (names: CookieNames, seconds: number): string =>
  `Path=/; Max-Age=${seconds}; SameSite=Lax${names.session.startsWith('__Host-') ? '; Secure' : ''}`;

/** `Set-Cookie` of a new session: the token for the browser alone, and the CSRF token for the page. */
export function sessionCookies(names: CookieNames, token: string, expiresAt: Date, now: Date): string[] {
  const lasting = attributes(names, Math.floor((expiresAt.getTime() - now.getTime()) / 1000));
  return [
    `${names.session}=${token}; HttpOnly; ${lasting}`,
    `${names.csrf}=${csrfTokenOf(token)}; ${lasting}`,
  ];
}

/** `Set-Cookie` that takes both away: a page could not do it by itself. */
export const noSessionCookies = (names: CookieNames): string[] => [
  `${names.session}=; HttpOnly; ${attributes(names, 0)}`,
  `${names.csrf}=; ${attributes(names, 0)}`,
];

/** The answer of a route that opened or ended a session: a browser's token goes into its cookies. */
export function answerWithCookies(
  names: CookieNames,
  route: Route,
  { wantsCookie }: Caller,
  reply: FastifyReply,
  result: unknown,
  now: Date,
): unknown {
  if (route.session === 'ends') reply.header('set-cookie', noSessionCookies(names));
  if (route.session !== 'opens' || !wantsCookie) return result;
  const { token, ...rest } = result as { token: string; expiresAt: string };
  reply.header('set-cookie', sessionCookies(names, token, new Date(rest.expiresAt), now));
  return rest;
}
