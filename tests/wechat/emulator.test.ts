// The emulator is held to what is known of the real service: what it forgives, our client would never learn.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { emulatedApp, startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';
import { signatureOf } from '../support/wechat-emulator/push';

let wechat: WechatEmulator;
beforeEach(async () => {
  wechat = await startWechatEmulator();
});
afterEach(() => wechat.close());

type Json = Record<string, unknown>;

const read = async (path: string): Promise<Json> => (await fetch(wechat.url + path)).json() as Promise<Json>;
const post = async (path: string, body: unknown): Promise<Response> =>
  fetch(wechat.url + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
const told = async (path: string, body: unknown): Promise<Json> =>
  (await post(path, body)).json() as Promise<Json>;

const mint = async (openid: string): Promise<string> =>
  (await wechat.control<{ code: string }>('login-code', { openid })).code;
const { appid, secret } = emulatedApp;
const session = (code: string, change: Record<string, string> = {}) =>
  read(
    `/sns/jscode2session?${new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code', ...change })}`,
  );
const tokenBody = { grant_type: 'client_credential', appid, secret, force_refresh: false };
const token = async (change: object = {}) =>
  (await told('/cgi-bin/stable_token', { ...tokenBody, ...change })) as {
    access_token: string;
    expires_in: number;
  };
const withToken = async (path: string) => `${path}?access_token=${(await token()).access_token}`;

describe('jscode2session', () => {
  it('answers without errcode, once for each code', async () => {
    const code = await mint('o-lin');
    expect(await session(code)).toEqual({ session_key: expect.stringMatching(/^.{22}==$/), openid: 'o-lin' });
    expect(await session(code)).toMatchObject({ errcode: 40163 });
  });

  it('forgets a code after 5 minutes', async () => {
    const [inTime, late] = [await mint('o-lin'), await mint('o-lin')];
    await wechat.control('clock', { advanceMs: 5 * 60_000 - 1_000 });
    expect(await session(inTime)).toHaveProperty('openid');
    await wechat.control('clock', { advanceMs: 2_000 });
    expect(await session(late)).toMatchObject({ errcode: 40029 });
  });

  it('checks who asks, and refuses what it does not know', async () => {
    const code = await mint('o-lin');
    expect(await session(code, { appid: 'wxffffffffffffffff' })).toMatchObject({ errcode: 40013 });
    expect(await session(code, { secret: 'f'.repeat(32) })).toMatchObject({ errcode: 40125 });
    expect(await session('made-up')).toMatchObject({ errcode: 40029 });
    expect(await session(code)).toMatchObject({ openid: 'o-lin' });
  });

  it('blocks a risky person, without a rid', async () => {
    await wechat.control('user', { openid: 'o-risk', blocked: true });
    const { errcode, errmsg } = await session(await mint('o-risk'));
    expect([errcode, errmsg]).toEqual([40226, expect.stringMatching(/^code blocked, hints: \[ req_id: /)]);
  });

  it('serves one person 100 times a minute', async () => {
    for (let n = 0; n < 100; n++) expect(await session(await mint('o-lin'))).toHaveProperty('openid');
    expect(await session(await mint('o-lin'))).toMatchObject({ errcode: 45011 });
    expect(await session(await mint('o-zhao'))).toHaveProperty('openid');
    await wechat.control('clock', { advanceMs: 61_000 });
    expect(await session(await mint('o-lin'))).toHaveProperty('openid');
  });
});

describe('stable_token', () => {
  it('gives everybody the same token, which counts down', async () => {
    const first = await token();
    await wechat.control('clock', { advanceMs: 600_000 });
    const { access_token, expires_in } = await token();
    expect(access_token).toBe(first.access_token);
    expect(6600 - expires_in).toBeLessThan(5);
    expect(expires_in).toBeLessThanOrEqual(6600);
  });

  it('gives a new one in the last 5 minutes, while the old one still works', async () => {
    const { access_token: old } = await token();
    await wechat.control('clock', { advanceMs: 6_901_000 });
    expect((await token()).access_token).not.toBe(old);
    const use = () => told(`/wxa/msg_sec_check?access_token=${old}`, {});
    expect(await use()).toMatchObject({ errcode: 47001 });
    await wechat.control('clock', { advanceMs: 300_000 });
    expect(await use()).toMatchObject({ errcode: 42001 });
    await wechat.control('tokens', { expiredIsMalformed: true });
    expect(await use()).toMatchObject({ errcode: 40014 });
  });

  it('ends the old one when forced, 20 times a day and 30 s apart', async () => {
    const { access_token: old } = await token();
    const { access_token: forced } = await token({ force_refresh: true });
    expect(await told(`/wxa/msg_sec_check?access_token=${old}`, {})).toMatchObject({ errcode: 40001 });
    expect((await token({ force_refresh: true })).access_token).toBe(forced);
    const seen = new Set([forced]);
    for (let n = 0; n < 25; n++) {
      await wechat.control('clock', { advanceMs: 31_000 });
      seen.add((await token({ force_refresh: true })).access_token);
    }
    expect(seen.size).toBe(20);
  });

  it('is closed to addresses outside the whitelist', async () => {
    await wechat.control('whitelist', { addresses: ['203.0.113.7'] });
    expect(await token()).toMatchObject({ errcode: 40164, errmsg: expect.stringContaining('127.0.0.1') });
    await wechat.control('whitelist', { addresses: null });
    expect(await token()).toHaveProperty('access_token');
  });
});

describe('every other endpoint', () => {
  it.each([
    '/wxa/msg_sec_check',
    '/wxa/media_check_async',
    '/cgi-bin/message/subscribe/send',
    '/wxa/getwxacodeunlimit',
  ])('%s wants the token in the query, a POST, and JSON', async (path) => {
    const { access_token } = await token();
    const query = `${path}?access_token=${access_token}`;
    expect(await told(path, { access_token })).toMatchObject({ errcode: 41001 });
    expect(await told(`${path}?access_token=made-up`, {})).toMatchObject({ errcode: 40001 });
    expect(await read(query)).toMatchObject({ errcode: 43002 });
    expect(await told(query, '')).toMatchObject({ errcode: 44002 });
    expect(await told(query, 'a=1')).toMatchObject({ errcode: 47001 });
  });

  it('puts a new rid into each refusal', async () => {
    const rids = await Promise.all(
      [1, 2].map(async () => /rid: (\w{8}-\w{8}-\w{8})$/.exec(String((await session('x')).errmsg))?.[1]),
    );
    expect(new Set(rids).size).toBe(2);
    expect(rids).not.toContain(undefined);
  });
});

describe('msg_sec_check', () => {
  const check = async (change: object = {}) =>
    told(await withToken('/wxa/msg_sec_check'), {
      version: 2,
      openid: 'o-lin',
      scene: 3,
      content: '三方协议怎么签',
      ...change,
    });
  beforeEach(() => wechat.control('user', { openid: 'o-lin' }));

  it('says ok and pass', async () => {
    expect(await check()).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } });
  });

  it('says ok also for what is bad, in title and nickname, too, and the worst counts', async () => {
    expect(await check({ content: '两会提到刷单返利' })).toMatchObject({
      errcode: 0,
      result: { suggest: 'risky', label: 20008 },
      detail: [{ strategy: 'content_model' }, { strategy: 'keyword', keyword: '刷单返利', level: 90 }],
    });
    expect(await check({ title: '两会精神' })).toMatchObject({ result: { suggest: 'review', label: 20001 } });
    await wechat.control('word', { word: '暗号', suggest: 'risky', label: 20002 });
    expect(await check({ nickname: '暗号' })).toMatchObject({ result: { suggest: 'risky', label: 20002 } });
  });

  it.each([
    ['version 1', { version: 1 }, 47001],
    ['2501 characters', { content: '字'.repeat(2501) }, 47001],
    ['an unknown scene', { scene: 5 }, 40129],
    ['an unknown person', { openid: 'o-nobody' }, 40003],
  ])('refuses %s', async (_, change, errcode) => {
    expect(await check(change)).toMatchObject({ errcode });
  });

  it('wants a person of this mini-program who was there in the last 2 hours', async () => {
    await wechat.control('user', { openid: 'o-other', foreign: true });
    expect(await check({ openid: 'o-other' })).toMatchObject({ errcode: 43104 });
    await wechat.control('user', { openid: 'o-lin', minutesSinceVisit: 121 });
    expect(await check()).toMatchObject({ errcode: 61010 });
  });
});

describe('pushes', () => {
  let ours: Server;
  let received: { url: URL; body: Json }[];
  let answer: (attempt: number) => string;
  let picture: Buffer;
  let files: number;
  const gif = Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1');
  const address = () => `http://127.0.0.1:${(ours.address() as AddressInfo).port}`;
  const bodyOf = async (request: IncomingMessage) => {
    let text = '';
    for await (const part of request) text += part;
    return text;
  };

  beforeEach(async () => {
    received = [];
    files = 0;
    picture = gif;
    answer = () => 'success';
    ours = createServer(async (request, response) => {
      const url = new URL(request.url ?? '', 'http://ours');
      if (url.pathname === '/picture') {
        files += 1;
        response.end(picture);
      } else if (url.pathname !== '/push') response.writeHead(404).end('no picture');
      else if (request.method === 'GET') response.end(url.searchParams.get('echostr'));
      else {
        received.push({ url, body: JSON.parse(await bodyOf(request)) as Json });
        response.end(answer(received.length));
      }
    });
    await new Promise<void>((resolve) => ours.listen(0, '127.0.0.1', resolve));
    await wechat.control('user', { openid: 'o-lin' });
    expect(await wechat.control('push', { url: `${address()}/push`, token: 'AAAAA' })).toEqual({
      verified: true,
    });
  });
  afterEach(() => new Promise((resolve) => ours.close(resolve)));

  const arrived = async (count: number) => {
    for (let tries = 0; received.length < count && tries < 300; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(received).toHaveLength(count);
  };
  const check = async (path = '/picture') =>
    told(await withToken('/wxa/media_check_async'), {
      media_url: address() + path,
      media_type: 2,
      version: 2,
      openid: 'o-lin',
      scene: 3,
    });

  it('are signed as the official example is', () => {
    expect(signatureOf('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
  });

  it('bring the verdict on the bytes that were downloaded', async () => {
    const sha256 = createHash('sha256').update(gif).digest('hex');
    await wechat.control('media', { sha256, suggest: 'risky', label: 20002 });
    const { errcode, trace_id } = await check();
    expect(errcode).toBe(0);
    await arrived(1);
    expect(files).toBe(1);
    const [{ url, body } = { url: new URL('http://none'), body: {} }] = received;
    expect(body).toMatchObject({
      Event: 'wxa_media_check',
      trace_id,
      result: { suggest: 'risky', label: 20002 },
    });
    const { signature, timestamp = '', nonce = '' } = Object.fromEntries(url.searchParams);
    expect(signature).toBe(signatureOf('AAAAA', timestamp, nonce));
  });

  it.each([
    ['a missing file', '/picture-that-is-not-there', gif],
    ['what is no picture', '/picture', Buffer.from('<html>')],
    ['more than 10 MB', '/picture', Buffer.concat([gif, Buffer.alloc(10 * 1024 * 1024)])],
  ])('say -1008 without a result for %s', async (_, path, bytes) => {
    picture = bytes;
    await check(path);
    await arrived(1);
    expect(received[0]?.body).toMatchObject({ errcode: -1008, detail: [] });
    expect(received[0]?.body).not.toHaveProperty('result');
  });

  it('come late, twice, or never, as planned', async () => {
    await wechat.control('media-plan', { delayMs: 150, copies: 2 });
    await wechat.control('media-plan', {});
    await wechat.control('media-plan', { outcome: 'never' });
    await wechat.control('media-plan', { outcome: 'download-fails', delayMs: 50 });
    const [slow, fast] = [await check(), await check()];
    await check();
    const failed = await check();
    await arrived(4);
    expect(received.map(({ body }) => body.trace_id)).toEqual(
      [fast, failed, slow, slow].map(({ trace_id }) => trace_id),
    );
    expect(received[1]?.body).toMatchObject({ errcode: -1008 });
  });

  it('are sent three times to somebody who does not say success', async () => {
    answer = (attempt) => (attempt < 3 ? 'error' : 'success');
    await check();
    await arrived(3);
    expect(new Set(received.map(({ body }) => body.trace_id)).size).toBe(1);
  });

  it('tell of subscriptions', async () => {
    await wechat.control('template', { id: 'T1', keywords: ['thing1'] });
    await wechat.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'accept' });
    expect(received[0]?.body).toMatchObject({
      Event: 'subscribe_msg_popup_event',
      List: { TemplateId: 'T1', SubscribeStatusString: 'accept' },
    });
  });
});

describe('subscribe/send', () => {
  const send = async (change: object = {}): Promise<string> =>
    (
      await post(await withToken('/cgi-bin/message/subscribe/send'), {
        touser: 'o-lin',
        template_id: 'T1',
        page: 'pages/home/index?id=1',
        data: { thing1: { value: '整车热管理工程师' }, time2: { value: '2026年12月1日 18:00' } },
        ...change,
      })
    ).text();
  beforeEach(async () => {
    await wechat.control('user', { openid: 'o-lin' });
    await wechat.control('template', { id: 'T1', keywords: ['thing1', 'time2'] });
    await wechat.control('pages', { published: ['pages/home/index'] });
    await wechat.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'accept' });
  });

  it('takes one consent a message, and prints a msgid beyond 2^53 as a bare number', async () => {
    expect(await send()).toMatch(/"msgid":19888108123243\d{5}\}$/);
    expect(JSON.parse(await send())).toMatchObject({ errcode: 43101 });
  });

  it('adds consents up, and loses them all when the person turns the template off', async () => {
    await wechat.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'accept' });
    await wechat.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'reject' });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 0 });
    await wechat.control('unsubscribe', { openid: 'o-lin', template: 'T1' });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 43101 });
  });

  it.each([
    [{ touser: 'o-nobody' }, 40003, 'invalid openid'],
    [{ template_id: 'T9' }, 40037, 'invalid template_id'],
    [{ page: 'pages/none' }, 41030, 'invalid page'],
    [{ data: { thing1: { value: '' } } }, 47003, 'argument invalid! data.thing1.value is emtpy'],
    [{ data: { thing1: { value: '字'.repeat(21) } } }, 47003, 'argument invalid! data.thing1.value invalid'],
    [
      { data: { thing1: { value: '题' }, time2: { value: 'soon' } } },
      47003,
      'argument invalid! data.time2.value invalid',
    ],
  ])('refuses %j and keeps the consent', async (change, errcode, words) => {
    const reply = JSON.parse(await send(change));
    expect(reply).toMatchObject({ errcode, errmsg: expect.stringContaining(words) });
    expect(JSON.parse(await send())).toMatchObject({ errcode: 0 });
  });
});

describe('getwxacodeunlimit', () => {
  const code = async (body: object) => post(await withToken('/wxa/getwxacodeunlimit'), body);
  const asked = { scene: 't=j&i=1a', page: 'pages/home/index', check_path: false };

  it('answers with a JPEG of the width asked for', async () => {
    const response = await code({ ...asked, width: 300 });
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await response.arrayBuffer());
    const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'));
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect([bytes.readUInt16BE(frame + 5), bytes.readUInt16BE(frame + 7)]).toEqual([300, 300]);
    expect(bytes.subarray(-2).toString('hex')).toBe('ffd9');
    const other = Buffer.from(await (await code({ ...asked, scene: 'other', width: 300 })).arrayBuffer());
    expect(other.equals(bytes)).toBe(false);
  });

  it('knows released pages only, unless told not to look', async () => {
    const checked = { ...asked, check_path: true };
    expect(await (await code(checked)).json()).toMatchObject({ errcode: 41030 });
    await wechat.control('pages', { published: ['pages/home/index'] });
    expect((await code(checked)).headers.get('content-type')).toBe('image/jpeg');
  });

  it.each([
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: '' }, 40169],
    [{ scene: '中文' }, 40129],
    [{ scene: 'a%20b' }, 40129],
    [{ page: '/pages/home/index' }, 41030],
    [{ page: 'pages/home/index?a=1' }, 41030],
  ])('refuses %j in JSON', async (change, errcode) => {
    expect(await (await code({ ...asked, ...change })).json()).toMatchObject({ errcode });
  });
});

describe('faults', () => {
  it('strike as often as asked, on the path asked for', async () => {
    await wechat.control('fault', { kind: 'busy', times: 2, path: '/sns/jscode2session' });
    const code = await mint('o-lin');
    expect(await token()).toHaveProperty('access_token');
    expect([await session(code), await session(code), await session(code)]).toMatchObject([
      { errcode: -1 },
      { errcode: -1 },
      { openid: 'o-lin' },
    ]);
  });

  it.each(['reset', 'truncated'])('%s breaks the connection after the code was spent', async (kind) => {
    await wechat.control('fault', { kind });
    const code = await mint('o-lin');
    await expect(session(code)).rejects.toThrow();
    expect(await session(code)).toMatchObject({ errcode: 40163 });
  });

  it('html502 is a page', async () => {
    await wechat.control('fault', { kind: 'html502' });
    const response = await fetch(`${wechat.url}/sns/jscode2session`);
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
  });

  it('hang holds the answer back', async () => {
    await wechat.control('fault', { kind: 'hang', hangMs: 300 });
    const start = performance.now();
    expect(await session(await mint('o-lin'))).toHaveProperty('openid');
    expect(performance.now() - start).toBeGreaterThan(290);
  });
});

it('refuses a control it does not know, and one that is malformed', async () => {
  await expect(wechat.control('nothing')).rejects.toThrow('no control nothing');
  await expect(wechat.control('fault', { kind: 'flood' })).rejects.toThrow('kind');
});
