import { create } from 'zustand';
import { forget, store, stored } from './storage';

const key = 'session';

/** What the server answers to a sign-in; without a token where it set a cookie. */
export interface Opened {
  token?: string | undefined;
  expiresAt: string;
}

/** The token of the person signed in on this phone, or null. Who that is, the server says: `GET /me`. */
export const useSession = create<{ token: string | null }>(() => ({
  token: stored<Opened>(key)?.token ?? null,
}));

export const sessionToken = () => useSession.getState().token;

/** How a request shows the session. */
export function sessionHeaders(_method: string): Record<string, string> {
  const token = sessionToken();
  return token === null ? {} : { Authorization: `Bearer ${token}` };
}

export function beginSession({ token, expiresAt }: Opened) {
  if (token === undefined) return;
  store(key, { token, expiresAt });
  useSession.setState({ token });
}

export function endSession() {
  forget(key);
  useSession.setState({ token: null });
}

/** Nobody else signs in or out on this phone; in a browser other tabs do. */
export const followCookie = (): boolean => false;

/** Whether signing out is up to this phone alone, which can drop its token without the server. */
export const endsAlone = true;
