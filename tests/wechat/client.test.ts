import { wechatClient } from '@qihang/server/ports/wechat/client';
import { WechatError, WechatUnreachable } from '@qihang/server/ports/wechat/error';
import { defaultPatience } from '@qihang/server/ports/wechat/exchange';
import { type TestClock, testClock } from '../support/clock';
import { patience } from '../support/waiting';
import { emulatedApp, startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';
import { callsOf } from './calls';

let emulator: WechatEmulator;
let clock: TestClock;
beforeEach(async () => {
  emulator = await startWechatEmulator();
  clock = testClock(new Date());
  await emulator.control('user', { openid: 'o-lin' });
});
afterEach(() => emulator.close());

const client = (change: object = {}, timeoutMs = patience) =>
  wechatClient({ apiBase: emulator.url, ...emulatedApp, ...change }, clock, { timeoutMs, pauseMs: 5 });
const { mint } = callsOf(() => emulator);
const served = async (path: string): Promise<number> =>
  (await emulator.control<{ served: string[] }>('state')).served.filter((one) => one === path).length;
const later = async (milliseconds: number) => {
  clock.advance(milliseconds);
  await emulator.control('clock', { advanceMs: milliseconds });
};
const failureOf = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('The call succeeded, but should have failed');
};

const text = { openid: 'o-lin', scene: 3, content: '三方协议怎么签' } as const;
const sessionPath = '/sns/jscode2session';
const tokenPath = '/cgi-bin/stable_token';
const textPath = '/wxa/msg_sec_check';
const sendPath = '/cgi-bin/message/subscribe/send';
const codePath = '/wxa/getwxacodeunlimit';
const mediaPath = '/wxa/media_check_async';

describe('codeToSession', () => {
  it('tells whose code it is, and nothing else', async () => {
    expect(await client().codeToSession(await mint('o-lin'))).toEqual({ openid: 'o-lin' });
  });

  it('fails with the errcode and the rid of WeChat', async () => {
    const code = await mint('o-lin');
    await client().codeToSession(code);
    const error = await failureOf(client().codeToSession(code));
    expect(error).toBeInstanceOf(WechatError);
    expect(error).toMatchObject({
      errcode: 40163,
      rid: expect.stringMatching(/^\w{8}-\w{8}-\w{8}$/),
      call: sessionPath,
    });
  });

  it('is repeated once after "busy", when the code is not spent', async () => {
    await emulator.control('fault', { kind: 'busy' });
    expect(await client().codeToSession(await mint('o-lin'))).toEqual({ openid: 'o-lin' });
    await emulator.control('fault', { kind: 'busy', times: 2 });
    expect(await failureOf(client().codeToSession(await mint('o-lin')))).toMatchObject({ errcode: -1 });
    expect(await served(sessionPath)).toBe(4);
  });

  it.each(['reset', 'truncated', 'html502'])('is not repeated after %s, when it may be', async (kind) => {
    await emulator.control('fault', { kind });
    const error = await failureOf(client().codeToSession(await mint('o-lin')));
    expect(error).toBeInstanceOf(WechatUnreachable);
    expect(await served(sessionPath)).toBe(1);
  });

  it('keeps secret and code out of what is thrown', async () => {
    const code = await mint('o-lin');
    for (const change of [{ appid: 'wxffffffffffffffff' }, { apiBase: 'http://127.0.0.1:1' }]) {
      const error = (await failureOf(client(change).codeToSession(code))) as Error;
      const shown = `${error.stack} ${JSON.stringify(error)}`;
      expect(shown).not.toContain(emulatedApp.secret);
      expect(shown).not.toContain(code);
    }
  });

  it('gives up in the time it is given where no answer ever comes, and is not repeated', async () => {
    await emulator.control('fault', { kind: 'hang' });
    const error = await failureOf(client({}, 1_000).codeToSession(await mint('o-lin')));
    expect(error).toBeInstanceOf(WechatUnreachable);
    expect(String(error)).toContain('timeout');
    // A machine that is busy for the whole second sends nothing at all.
    expect(await served(sessionPath)).toBeLessThanOrEqual(1);
  });

  it('gives up twice before the mini-program does, after 10 seconds', () => {
    const { timeoutMs, pauseMs } = defaultPatience;
    expect(2 * timeoutMs + pauseMs).toBeLessThan(10_000);
  });
});

describe('the access token', () => {
  it('is asked for once, also by calls at the same time', async () => {
    const wechat = client();
    await Promise.all([wechat.checkText(text), wechat.checkText(text), wechat.checkText(text)]);
    await wechat.checkText(text);
    expect(await served(tokenPath)).toBe(1);
  });

  it('is one for every process, and neither ends that of the other', async () => {
    const [one, other] = [client(), client()];
    await one.checkText(text);
    await other.checkText(text);
    await one.checkText(text);
    const { tokens } = await emulator.control<{ tokens: object[] }>('state');
    expect(tokens).toHaveLength(1);
  });

  it('is renewed before it ends', async () => {
    const wechat = client();
    await wechat.checkText(text);
    await later(6_890_000);
    await emulator.control('user', { openid: 'o-lin' });
    await wechat.checkText(text);
    expect(await served(tokenPath)).toBe(1);
    await later(20_000);
    await wechat.checkText(text);
    expect(await served(tokenPath)).toBe(2);
    expect(await served(textPath)).toBe(3);
  });

  it.each([
    ['40001', async () => forceRefresh()],
    ['42001', async () => emulator.control('clock', { advanceMs: 7_300_000 })],
    [
      '40014',
      async () => {
        await emulator.control('tokens', { expiredIsMalformed: true });
        await emulator.control('clock', { advanceMs: 7_300_000 });
      },
    ],
  ])('is fetched again after %s, and the call goes through', async (_, spoil) => {
    const wechat = client();
    await wechat.checkText(text);
    await spoil();
    await emulator.control('user', { openid: 'o-lin' });
    const before = await served(tokenPath);
    expect(await wechat.checkText(text)).toMatchObject({ suggest: 'pass' });
    expect(await served(tokenPath)).toBe(before + 1);
  });

  it('is fetched again for a message, too: refused at the door, none was sent', async () => {
    const wechat = client();
    await readyToSend();
    await wechat.checkText(text);
    await emulator.control('clock', { advanceMs: 7_300_000 });
    await wechat.sendMessage(message);
    const { sentMessages } = await emulator.control<{ sentMessages: object[] }>('state');
    expect(sentMessages).toHaveLength(1);
  });

  it('of a wrong secret is not asked for again and again', async () => {
    expect(await failureOf(client({ secret: 'f'.repeat(32) }).checkText(text))).toMatchObject({
      errcode: 40125,
    });
    expect(await served(tokenPath)).toBe(1);
  });

  it('comes also through a bad connection, by one repeat', async () => {
    await emulator.control('fault', { kind: 'reset', path: tokenPath });
    expect(await client().checkText(text)).toMatchObject({ suggest: 'pass' });
    await emulator.control('fault', { kind: 'html502', path: tokenPath, times: 2 });
    expect(await failureOf(client().checkText(text))).toBeInstanceOf(WechatUnreachable);
  });
});

/** Somebody else with our secret forces a new token, and ours is dead. */
async function forceRefresh(): Promise<void> {
  const body = { grant_type: 'client_credential', ...emulatedApp, force_refresh: true };
  await fetch(emulator.url + tokenPath, { method: 'POST', body: JSON.stringify(body) });
}

describe('checkText', () => {
  it('tells the verdict', async () => {
    expect(await client().checkText({ ...text, title: '刷单返利' })).toEqual({
      suggest: 'risky',
      label: 20008,
      traceId: expect.stringMatching(/^\w{8}-\w{8}-\w{8}$/),
    });
  });

  it.each(['busy', 'reset', 'truncated', 'html502'])(
    'is repeated after %s: asking twice changes nothing',
    async (kind) => {
      await emulator.control('fault', { kind, path: textPath });
      expect(await client().checkText(text)).toMatchObject({ suggest: 'pass' });
      expect(await served(textPath)).toBe(2);
    },
  );

  it('fails when the person has been away for 2 hours', async () => {
    await emulator.control('user', { openid: 'o-lin', minutesSinceVisit: 121 });
    expect(await failureOf(client().checkText(text))).toMatchObject({ errcode: 61010 });
  });
});

const message = {
  openid: 'o-lin',
  templateId: 'T1',
  page: 'pages/home/index?id=1',
  data: { thing1: '整车热管理工程师', time2: '2026年12月1日 18:00' },
};

async function readyToSend(): Promise<void> {
  await emulator.control('template', { id: 'T1', keywords: ['thing1', 'time2'] });
  await emulator.control('pages', { published: ['pages/home/index'] });
  await emulator.control('subscribe', { openid: 'o-lin', template: 'T1', answer: 'accept' });
}

describe('sendMessage', () => {
  beforeEach(readyToSend);

  it('tells the msgid to its last digit', async () => {
    const { msgid } = await client().sendMessage(message);
    const { sentMessages } = await emulator.control<{ sentMessages: { msgid: string }[] }>('state');
    expect(msgid).toBe(sentMessages[0]?.msgid);
    expect(String(Number(msgid))).not.toBe(msgid);
  });

  it('fails without consent', async () => {
    await client().sendMessage(message);
    expect(await failureOf(client().sendMessage(message))).toMatchObject({ errcode: 43101 });
  });

  it.each(['busy', 'reset', 'truncated', 'html502'])('is never repeated, not after %s', async (kind) => {
    await emulator.control('fault', { kind, path: sendPath });
    await failureOf(client().sendMessage(message));
    expect(await served(sendPath)).toBe(1);
  });
});

describe('checkMedia', () => {
  const media = { openid: 'o-lin', scene: 3, url: 'http://127.0.0.1:1/none.jpg', kind: 'image' } as const;

  it('tells the trace id under which the verdict will come', async () => {
    const { traceId } = await client().checkMedia(media);
    expect(traceId).toMatch(/^\w{8}-\w{8}-\w{8}$/);
  });

  it.each(['busy', 'reset'])(
    'is never repeated, not after %s: each one is a push of its own',
    async (kind) => {
      await emulator.control('fault', { kind, path: mediaPath });
      await failureOf(client().checkMedia(media));
      expect(await served(mediaPath)).toBe(1);
    },
  );
});

describe('miniProgramCode', () => {
  const code = { scene: 't=j&i=1a', page: 'pages/home/index' };

  it('is a JPEG', async () => {
    const bytes = await client().miniProgramCode({ ...code, checkPage: false, width: 280 });
    expect(Buffer.from(bytes.subarray(0, 3)).toString('hex')).toBe('ffd8ff');
  });

  it('is a refusal where WeChat answers in JSON', async () => {
    expect(await failureOf(client().miniProgramCode(code))).toMatchObject({ errcode: 41030 });
  });

  it.each(['busy', 'truncated', 'html502'])('is asked for again after %s', async (kind) => {
    await emulator.control('fault', { kind, path: codePath });
    expect((await client().miniProgramCode({ ...code, checkPage: false })).length).toBeGreaterThan(500);
    expect(await served(codePath)).toBe(2);
  });
});

describe('urlLink', () => {
  const page = 'features/jobs/pages/detail/index';
  const path = '/wxa/generate_urllink';
  const link = { page, query: 'scene=j1.g2', days: 30 };

  it('opens the page with its query', async () => {
    await emulator.control('pages', { published: [page] });
    const url = await client().urlLink(link);
    expect(url).toMatch(/^https:\/\/wxaurl\.cn\/[\w-]+$/);
    const { links } = await emulator.control<{ links: Record<string, object> }>('state');
    expect(links[url.split('/').at(-1) ?? '']).toEqual({ path: page, query: 'scene=j1.g2' });
  });

  it.each([
    ['a page that is not released', { ...link, page: 'pages/nowhere/index' }, 40165],
    ['a page with a leading slash', { ...link, page: `/${page}` }, 40165],
    ['more than 30 days', { ...link, days: 31 }, 85400],
    ['a query of more than 1024 characters', { ...link, query: 'q'.repeat(1025) }, 40212],
  ])('is refused for %s', async (_, of, errcode) => {
    await emulator.control('pages', { published: [page] });
    expect(await failureOf(client().urlLink(of))).toMatchObject({ errcode });
  });

  it.each(['busy', 'truncated', 'html502'])('is asked for again after %s', async (kind) => {
    await emulator.control('pages', { published: [page] });
    await emulator.control('fault', { kind, path });
    expect(await client().urlLink(link)).toMatch(/^https:/);
    expect(await served(path)).toBe(2);
  });
});
