import { cookieNames, csrfHeader, sessionHeader } from '@qihang/shared/session/cookie';
import { create } from 'zustand';
import { ApiError } from './api-error';
import { forget } from './storage';

export interface Opened {
  token?: string | undefined;
  expiresAt: string;
}

// What this page kept before there were cookies: a token that any script could read.
forget('session');

/** The CSRF token that the server set beside the session cookie, which itself no script can read. */
function csrfCookie(): string | null {
  const cookies = document.cookie.split('; ').map((pair) => pair.split('=', 2));
  const named = (name: string) => cookies.find(([known]) => known === name)?.[1];
  return named(cookieNames.secure.csrf) || named(cookieNames.plain.csrf) || null;
}

/** In a browser the token is the CSRF token, which comes and goes with the session; all tabs share it. */
export const useSession = create<{ token: string | null }>(() => ({ token: csrfCookie() }));

export const sessionToken = () => useSession.getState().token;

/** Takes over what another tab did; true when somebody else, or nobody, is signed in now. */
export function followCookie(): boolean {
  const token = csrfCookie();
  if (token === sessionToken()) return false;
  useSession.setState({ token });
  return true;
}

/** The browser sends the session itself; what may change something proves that this page asked for it. */
export function sessionHeaders(method: string): Record<string, string> {
  const token = sessionToken();
  if (method === 'GET') return {};
  return {
    [sessionHeader.name]: sessionHeader.cookie,
    ...(token === null ? {} : { [csrfHeader]: token }),
  };
}

/** Throws where the browser did not take the cookie. */
export function beginSession(_opened: Opened) {
  followCookie();
  if (sessionToken() === null)
    throw new ApiError('session.required', '浏览器没有保存登录状态，请允许本站使用 Cookie');
}

/** The server took the cookies away, or will not know them any more. */
export const endSession = () => useSession.setState({ token: null });

/** Only the server can take the session cookie away. */
export const endsAlone = false;
