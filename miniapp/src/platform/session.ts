import { create } from 'zustand';
import { forget, store, stored } from './storage';

const key = 'session';

interface Session {
  token: string;
  expiresAt: string;
}

/** The token of the person signed in on this phone, or null. Who that is, the server says: `GET /me`. */
export const useSession = create<{ token: string | null }>(() => ({
  token: stored<Session>(key)?.token ?? null,
}));

export const sessionToken = () => useSession.getState().token;

export function beginSession(session: Session) {
  store(key, { token: session.token, expiresAt: session.expiresAt });
  useSession.setState({ token: session.token });
}

export function endSession() {
  forget(key);
  useSession.setState({ token: null });
}
