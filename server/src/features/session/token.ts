import type { IncomingHttpHeaders } from 'node:http';
import type { CookieNames } from '@qihang/shared/session/cookie';
import { AppError } from '../../errors';
import { tokenInCookies } from '../../http/session-cookie';
import { hashToken } from '../../ports/tokens';

/** The token of a request. A browser sends a cookie for any page, so a cookie proves less. */
export interface Shown {
  token: string;
  hash: string;
  by: 'header' | 'cookie';
}

/**
 * The token in an `Authorization: Bearer` header or, without one, in the session cookie; null for a visitor.
 * @throws AppError `session.invalid` for an Authorization header of any other form
 */
export function shownBy({ authorization, cookie }: IncomingHttpHeaders, names: CookieNames): Shown | null {
  if (authorization !== undefined) {
    const token = /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1];
    if (!token) throw new AppError('session.invalid');
    return { token, hash: hashToken(token), by: 'header' };
  }
  const token = tokenInCookies(cookie, names);
  return token === undefined ? null : { token, hash: hashToken(token), by: 'cookie' };
}
