import type * as z from 'zod';
import type { Clock } from '../clock';
import { AccessToken } from './access-token';
import { errcodes, WechatError } from './error';
import { defaultPatience, exchange, type Patience, type Repeat, withRepeat } from './exchange';
import * as replies from './replies';
import { type RawReply, readJpeg, readJson } from './reply';
import { sendCall, type Wechat } from './wechat';

export interface WechatSettings {
  /** Origin: `https://api.weixin.qq.com`, or the emulator's. */
  apiBase: string;
  appid: string;
  secret: string;
}

const mediaTypes = { audio: 1, image: 2 } as const;

/** WeChat's server API over Node's own `fetch`. */
export function wechatClient(
  { apiBase, appid, secret }: WechatSettings,
  clock: Clock,
  patience: Patience = defaultPatience,
): Wechat {
  const send = (path: string, query: Record<string, string>, body?: object): Promise<RawReply> => {
    const url = new URL(path, apiBase);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return exchange(path, url, body, patience.timeoutMs);
  };

  const accessToken = new AccessToken(async () => {
    const path = '/cgi-bin/stable_token';
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false };
    const reply = await withRepeat('always', patience, async () =>
      readJson(path, await send(path, {}, body), replies.token),
    );
    return { token: reply.access_token, expiresIn: reply.expires_in };
  }, clock.now);

  /** A call with the access token, which belongs in the query: in the body WeChat does not find it. */
  async function authorized<T>(
    path: string,
    body: object,
    repeat: Repeat,
    read: (call: string, reply: RawReply) => T,
  ): Promise<T> {
    const attempt = (token: string) =>
      withRepeat(repeat, patience, async () => read(path, await send(path, { access_token: token }, body)));
    const token = await accessToken.get();
    try {
      return await attempt(token);
    } catch (error) {
      if (!(error instanceof WechatError && errcodes.badToken.some((code) => code === error.errcode)))
        throw error;
      // Refused at the door, so nothing was done yet; once, or a wrong secret would make a loop.
      accessToken.drop(token);
      return attempt(await accessToken.get());
    }
  }

  const json =
    <S extends z.ZodType>(schema: S) =>
    (call: string, reply: RawReply) =>
      readJson(call, reply, schema);

  return {
    async codeToSession(code) {
      const path = '/sns/jscode2session';
      const query = { appid, secret, js_code: code, grant_type: 'authorization_code' };
      return withRepeat('when-busy', patience, async () =>
        readJson(path, await send(path, query), replies.session),
      );
    },

    async checkText(check) {
      const body = { version: 2, ...check };
      const { result, trace_id } = await authorized(
        '/wxa/msg_sec_check',
        body,
        'always',
        json(replies.textCheck),
      );
      return { ...result, traceId: trace_id };
    },

    async checkMedia({ url, kind, openid, scene }) {
      const body = { version: 2, media_url: url, media_type: mediaTypes[kind], openid, scene };
      const { trace_id } = await authorized(
        '/wxa/media_check_async',
        body,
        'never',
        json(replies.mediaCheck),
      );
      return { traceId: trace_id };
    },

    async sendMessage({ openid, templateId, data, page }) {
      const values = Object.fromEntries(Object.entries(data).map(([keyword, value]) => [keyword, { value }]));
      const body = { touser: openid, template_id: templateId, page, data: values, lang: 'zh_CN' };
      const { msgid } = await authorized(sendCall, body, 'never', json(replies.sent));
      return { msgid };
    },

    async miniProgramCode({ scene, page, checkPage = true, width }) {
      const body = { scene, page, check_path: checkPage, width };
      return authorized('/wxa/getwxacodeunlimit', body, 'always', readJpeg);
    },

    async urlLink({ page, query, days }) {
      const body = { path: page, query, expire_type: 1, expire_interval: days, env_version: 'release' };
      // A second link for the same page does no harm.
      const { url_link } = await authorized('/wxa/generate_urllink', body, 'always', json(replies.urlLink));
      return url_link;
    },
  };
}
