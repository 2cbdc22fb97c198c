import { emulatedApp, type WechatEmulator } from '../support/wechat-emulator/emulator';

export type Json = Record<string, unknown>;

const { appid, secret } = emulatedApp;

/** Calls of the endpoints as they go over the wire, without our client between. */
export function callsOf(wechat: () => WechatEmulator) {
  const read = async (path: string): Promise<Json> =>
    (await fetch(wechat().url + path)).json() as Promise<Json>;
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(wechat().url + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const told = async (path: string, body: unknown): Promise<Json> =>
    (await post(path, body)).json() as Promise<Json>;
  const token = async (change: object = {}) => {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false, ...change };
    return (await told('/cgi-bin/stable_token', body)) as { access_token: string; expires_in: number };
  };
  return {
    read,
    post,
    told,
    token,
    withToken: async (path: string): Promise<string> =>
      `${path}?access_token=${(await token()).access_token}`,
    /** A code of `wx.login` on this person's phone. */
    mint: async (openid: string): Promise<string> =>
      (await wechat().control<{ code: string }>('login-code', { openid })).code,
    session(code: string, change: Record<string, string> = {}): Promise<Json> {
      const query = { appid, secret, js_code: code, grant_type: 'authorization_code', ...change };
      return read(`/sns/jscode2session?${new URLSearchParams(query)}`);
    },
  };
}
