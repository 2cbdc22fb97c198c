import { createHash } from 'node:crypto';
import { runRetention } from '@qihang/server/retention';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { startTestApp, type TestApp } from '../support/app';
import { eventually } from '../support/waiting';
import { emulatedApp, startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';

const token = 'AAAAA';
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const wechat = {
  WECHAT_APPID: emulatedApp.appid,
  WECHAT_SECRET: emulatedApp.secret,
  WECHAT_PUSH_TOKEN: token,
};

let t: TestApp;

const sign = (...words: string[]) => createHash('sha1').update(words.sort().join('')).digest('hex');
const seconds = () => String(Math.floor(t.clock.now().getTime() / 1000));
let nonces = 1_000_000_000;

interface Signed {
  timestamp?: string;
  nonce?: string;
  token?: string;
}
function signed({ timestamp = seconds(), nonce = String(nonces++), token: by = token }: Signed = {}) {
  return { timestamp, nonce, signature: sign(by, timestamp, nonce) };
}

const push = (query: Record<string, string>, payload: string, type = 'application/json') =>
  t.app.inject({
    method: 'POST',
    url: '/api/v1/wechat/push',
    query,
    headers: { 'content-type': type },
    payload,
  });

const openid = 'o-zhaoyu';
const cancelled = (change: object = {}) =>
  JSON.stringify({
    ToUserName: 'gh_0123456789ab',
    FromUserName: 'gh_platform',
    CreateTime: 1_789_446_945,
    MsgType: 'event',
    Event: 'user_authorization_cancellation',
    OpenID: openid,
    AppID: emulatedApp.appid,
    ...change,
  });

const closures = () => t.context.db.read.select().from(t.context.db.tables.accountClosures);
const pushes = () => t.context.db.read.select().from(t.context.db.tables.wechatPushes);

/** Dealing with a push goes on after its answer. */
const settled = () =>
  eventually(async () => expect((await pushes()).filter(({ doneAt }) => doneAt === null)).toEqual([]));

async function start(settings: Record<string, string>) {
  t = await startTestApp(settings);
  const { db } = t.context;
  await db.write((tx) =>
    tx
      .insert(db.tables.wechatIdentities)
      .values({ openid, userId: t.people.zhaoyu.id, createdAt: t.clock.now() }),
  );
  await t.keep();
}

/** One app for the tests of a `describe`. */
function sharing(settings: Record<string, string> = wechat): void {
  beforeAll(() => start(settings));
  beforeEach(() => t.restore());
  afterAll(() => t.close());
}

const echo =
  '/api/v1/wechat/push?signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249';

describe('GET /wechat/push', () => {
  sharing();

  it("gives the echo of WeChat's own example", async () => {
    const response = await t.app.inject(echo);
    expect([response.statusCode, response.body]).toEqual([200, '4375120948345356249']);
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it('gives none to a wrong signature', async () => {
    expect((await t.app.inject(echo.replace('f464', '0464'))).statusCode).toBe(403);
    expect((await t.app.inject('/api/v1/wechat/push')).statusCode).toBe(403);
    expect((await t.app.inject(`${echo}&nonce=1`)).statusCode).toBe(403);
  });
});

describe('/wechat/push where no token is set', () => {
  sharing({});

  it('does not exist', async () => {
    expect((await t.app.inject(echo)).statusCode).toBe(404);
    expect((await push(signed(), cancelled())).statusCode).toBe(404);
  });
});

describe('POST /wechat/push in plain form', () => {
  sharing();

  it('answers success and closes the account of whom it is about', async () => {
    const response = await push(signed(), cancelled());
    expect([response.statusCode, response.body]).toEqual([200, 'success']);
    await settled();
    expect(await closures()).toEqual([
      expect.objectContaining({ userId: t.people.zhaoyu.id, cause: 'wechat-cancelled', posts: 'keep' }),
    ]);
    expect((await t.send('/me', { as: 'zhaoyu' })).json().code).toBe('session.invalid');
    // The openid is not needed any more.
    expect(await pushes()).toEqual([expect.objectContaining({ openid: null, doneAt: expect.any(Date) })]);
  });

  it('erases the person a week later, as it does who asked', async () => {
    await push(signed(), cancelled({ Event: 'user_authorization_revoke', RevokeInfo: '1' }));
    await settled();
    t.clock.advance(7 * dayMs);
    await runRetention(t.context);
    const { db } = t.context;
    const [user] = await db.read
      .select()
      .from(db.tables.users)
      .where(eq(db.tables.users.id, t.people.zhaoyu.id));
    expect(user?.name).toBe('已注销用户');
    expect(await db.read.select().from(db.tables.wechatIdentities)).toEqual([]);
    expect(await pushes()).toEqual([]);
  });

  it('reads XML', async () => {
    const xml = `<xml><Event><![CDATA[user_authorization_cancellation]]></Event><OpenID><![CDATA[${openid}]]></OpenID></xml>`;
    expect((await push(signed(), xml, 'text/xml')).body).toBe('success');
    await settled();
    expect(await closures()).toHaveLength(1);
  });

  it.each([
    ['a wrong token', () => signed({ token: 'BBBBB' })],
    ['an old timestamp', () => signed({ timestamp: String(Number(seconds()) - 301) })],
    ['a timestamp to come', () => signed({ timestamp: String(Number(seconds()) + 301) })],
    ['no signature', () => ({ timestamp: seconds(), nonce: '1' })],
  ])('refuses %s', async (_, query) => {
    expect((await push(query() as Record<string, string>, cancelled())).statusCode).toBe(403);
    expect(await pushes()).toEqual([]);
  });

  it('refuses another mini-program', async () => {
    expect((await push(signed(), cancelled({ AppID: 'wxffffffffffffffff' }))).statusCode).toBe(403);
    expect(await closures()).toEqual([]);
  });

  it('refuses a nonce that came before, with the same body and with another', async () => {
    const query = signed();
    expect((await push(query, cancelled({ Event: 'user_info_modified' }))).statusCode).toBe(200);
    expect((await push(query, cancelled({ Event: 'user_info_modified' }))).statusCode).toBe(403);
    expect((await push(query, cancelled())).statusCode).toBe(403);
    expect(await closures()).toEqual([]);
  });

  it('takes a message that comes again, and deals with it once', async () => {
    await push(signed(), cancelled());
    await settled();
    const { db } = t.context;
    // The person came back in between: an old message does not close the account again.
    await db.write((tx) => tx.delete(db.tables.accountClosures));
    expect((await push(signed(), cancelled())).body).toBe('success');
    await settled();
    expect([await closures(), (await pushes()).length]).toEqual([[], 1]);
  });

  it.each(['user_info_modified', 'wxa_media_check', 'an event of next year'])(
    'accepts %s and does nothing',
    async (Event) => {
      expect((await push(signed(), cancelled({ Event }))).body).toBe('success');
      expect([await closures(), (await pushes())[0]?.openid]).toEqual([[], null]);
    },
  );

  it('accepts news of somebody unknown', async () => {
    expect((await push(signed(), cancelled({ OpenID: 'o-nobody' }))).body).toBe('success');
    await settled();
    expect(await closures()).toEqual([]);
  });

  it('calls what is no message malformed, and what is too long too large', async () => {
    expect((await push(signed(), 'hello')).statusCode).toBe(400);
    expect((await push(signed(), '')).statusCode).toBe(400);
    expect((await push(signed(), 'x'.repeat(70_000))).statusCode).toBe(413);
  });

  it('does later what a process did not get to do', async () => {
    const { db } = t.context;
    const row = { id: 'left', nonce: '1:1', event: 'user_authorization_cancellation', openid };
    await db.write((tx) =>
      tx.insert(db.tables.wechatPushes).values({ ...row, receivedAt: t.clock.now(), doneAt: null }),
    );
    await t.runTasks();
    expect(await closures()).toHaveLength(1);
  });

  it('leaves the last admin in office, without WeChat', async () => {
    const { db } = t.context;
    const values = { openid: 'o-admin', userId: t.people.admin.id, createdAt: t.clock.now() };
    await db.write((tx) => tx.insert(db.tables.wechatIdentities).values(values));
    await push(signed(), cancelled({ OpenID: 'o-admin' }));
    await settled();
    expect(await closures()).toEqual([]);
    const identities = await db.read.select().from(db.tables.wechatIdentities);
    expect(identities.map((one) => one.openid)).toEqual([openid]);
    expect((await t.send('/me', { as: 'admin' })).statusCode).toBe(401);
  });
});

describe.each(['json', 'xml'] as const)('the emulator pushes encrypted %s', (format) => {
  let emulator: WechatEmulator;
  let url: string;
  sharing({ ...wechat, WECHAT_ENCODING_AES_KEY: aesKey });
  beforeAll(async () => {
    emulator = await startWechatEmulator();
    await t.app.listen({ port: 0, host: '127.0.0.1' });
    url = `${t.app.listeningOrigin}/api/v1/wechat/push`;
  });
  beforeEach(() => {
    emulator.reset();
    t.clock.set(new Date());
  });
  afterAll(() => emulator.close());

  const tell = async (event: string, copies = 1) => {
    const { deliveries } = await emulator.control<{ deliveries: { accepted: boolean; status: number }[] }>(
      'event',
      { openid, event, copies },
    );
    return deliveries;
  };

  it('and an account is closed once, however often it is told', async () => {
    expect(await emulator.control('push', { url, token, aesKey, format })).toEqual({ verified: true });
    const deliveries = await tell('user_authorization_cancellation', 3);
    expect(deliveries.map(({ accepted }) => accepted)).toEqual([true, true, true]);
    await settled();
    expect([(await closures()).length, (await pushes()).length]).toEqual([1, 1]);
  });

  it('but not with another key, not for another mini-program, and not in plain form', async () => {
    await emulator.control('push', { url, token, aesKey: aesKey.replace('a', 'b'), format });
    expect((await tell('user_authorization_cancellation')).at(-1)?.status).toBe(403);
    await emulator.control('push', { url, token, format });
    expect((await tell('user_authorization_cancellation')).at(-1)?.status).toBe(403);
    const foreign = await startWechatEmulator({ appid: 'wxffffffffffffffff' });
    await foreign.control('push', { url, token, aesKey, format });
    const { deliveries } = await foreign.control<{ deliveries: { status: number }[] }>('event', {
      openid,
      event: 'user_authorization_cancellation',
    });
    expect(deliveries.at(-1)?.status).toBe(403);
    await foreign.close();
    expect([await closures(), await pushes()]).toEqual([[], []]);
  });
});
