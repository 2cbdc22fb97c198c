/** How a browser asks, when signing in, for a cookie in place of a token. */
export const sessionHeader = { name: 'X-Session', cookie: 'cookie' } as const;

/** Every request of a cookie session that may change something carries the value of the CSRF cookie in this header. */
export const csrfHeader = 'X-CSRF-Token';

/**
 * `__Host-` lets neither a subdomain nor plain HTTP set the cookie, and browsers take it over HTTPS alone; so it is left off
 * where the service runs without. The CSRF cookie is the one that scripts read.
 */
export const cookieNames = {
  secure: { session: '__Host-qihang-session', csrf: '__Host-qihang-csrf' },
  plain: { session: 'qihang-session', csrf: 'qihang-csrf' },
} as const;
export type CookieNames = (typeof cookieNames)[keyof typeof cookieNames];
