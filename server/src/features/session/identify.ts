import type { Route } from '@qihang/shared/contract/route';
import { csrfHeader } from '@qihang/shared/session/cookie';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Gates } from '../../http/gates';
import { cookieNamesOf, noSessionCookies, showsCsrfToken } from '../../http/session-cookie';
import { findActor, type SignedIn } from './actor';
import { shownBy } from './token';

/**
 * The actor a route is given: a person whose account is being closed is a visitor where visitors may come.
 * @throws AppError `account.closing` elsewhere, except where the contract says `whileClosing`
 */
function actorFor({ access, whileClosing }: Route, person: SignedIn | null): SignedIn | null {
  if (!person?.closing || whileClosing) return person;
  if (access === 'public') return null;
  throw new AppError('account.closing');
}

/**
 * Finds the sender by header or by cookie. A route that opens a session has none, since a dead session must not prevent
 * a new one. The gate throws AppError `session.invalid`; `account.closing`; `session.csrf` for a cookie without its
 * token, which the browser sends for any page, where something may change.
 */
export function identifyBy({ db, config }: Context): Gates['identify'] {
  const names = cookieNamesOf(config);
  return async (route, request, reply, now) => {
    const shown = route.session === 'opens' ? null : shownBy(request.headers, names);
    if (!shown) return { actor: null, session: null };
    const person = await findActor(db, shown.hash, now).catch((error: unknown) => {
      if (shown.by === 'cookie') reply.header('set-cookie', noSessionCookies(names));
      throw error;
    });
    if (
      shown.by === 'cookie' &&
      route.method !== 'GET' &&
      !showsCsrfToken(shown.token, request.headers[csrfHeader.toLowerCase()])
    )
      throw new AppError('session.csrf');
    return { actor: actorFor(route, person), session: shown.hash };
  };
}
