// The emulator is held to what is known of the real service: what it forgives, our client would never learn.
import { eventually } from '../support/waiting';
import { startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';
import { callsOf } from './calls';

let wechat: WechatEmulator;
beforeEach(async () => {
  wechat = await startWechatEmulator();
});
afterEach(() => wechat.close());

const { read, told, token, mint, session } = callsOf(() => wechat);

describe('jscode2session', () => {
  it('answers without errcode, once for each code', async () => {
    const code = await mint('o-lin');
    expect(await session(code)).toEqual({ session_key: expect.stringMatching(/^.{22}==$/), openid: 'o-lin' });
    expect(await session(code)).toMatchObject({ errcode: 40163 });
  });

  it('tells the unionid of somebody who has one', async () => {
    await wechat.control('user', { openid: 'o-lin', unionid: 'u-lin' });
    expect(await session(await mint('o-lin'))).toMatchObject({ openid: 'o-lin', unionid: 'u-lin' });
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
    expect(expires_in).toBe(6600);
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
    const code = await mint('o-lin');
    let answered = false;
    const answer = session(code).finally(() => {
      answered = true;
    });
    await eventually(async () =>
      expect(await wechat.control('state')).toMatchObject({ served: ['/sns/jscode2session'] }),
    );
    await wechat.control('clock', { advanceMs: 299 });
    expect(answered).toBe(false);
    await wechat.control('clock', { advanceMs: 1 });
    expect(await answer).toHaveProperty('openid');
  });
});

it('refuses a control it does not know, and one that is malformed', async () => {
  await expect(wechat.control('nothing')).rejects.toThrow('no control nothing');
  await expect(wechat.control('fault', { kind: 'flood' })).rejects.toThrow('kind');
});
