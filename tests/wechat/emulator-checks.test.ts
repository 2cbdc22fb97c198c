import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '../support/waiting';
import { startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';
import { signatureOf } from '../support/wechat-emulator/push';
import { callsOf, type Json } from './calls';

let wechat: WechatEmulator;
beforeEach(async () => {
  wechat = await startWechatEmulator();
});
afterEach(() => wechat.close());

const { told, withToken } = callsOf(() => wechat);

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

  const arrived = (count: number) => eventually(() => expect(received).toHaveLength(count));
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
    await wechat.control('media-plan', { delayMs: 1500, copies: 2 });
    await wechat.control('media-plan', {});
    await wechat.control('media-plan', { outcome: 'never' });
    await wechat.control('media-plan', { outcome: 'download-fails' });
    const [slow, fast] = [await check(), await check()];
    await check();
    const failed = await check();
    await arrived(2);
    // Two that are due may overtake each other; what was told to come late waits for the clock.
    const traces = () => received.map(({ body }) => body.trace_id);
    expect(new Set(traces())).toEqual(new Set([fast.trace_id, failed.trace_id]));
    await wechat.control('clock', { advanceMs: 1500 });
    await arrived(4);
    expect(traces().slice(2)).toEqual([slow.trace_id, slow.trace_id]);
    const failure = received.find(({ body }) => body.trace_id === failed.trace_id);
    expect(failure?.body).toMatchObject({ errcode: -1008 });
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
